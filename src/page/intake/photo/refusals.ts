import { FoveaError } from '../../../shared/errors';
import { type FileFormat, formatNames, type RefusedKind } from './sniff';

/** What a file is taken for: a photo, or a mask. */
export type Wanted = 'photo' | 'mask';

/** The format that is told to save in: a mask has to stay transparent where it is open. */
export const savedAs: Readonly<Record<Wanted, string>> = { photo: 'JPEG', mask: 'PNG' };

const choose: Readonly<Record<Wanted, string>> = {
  photo: 'Choose a photo: JPEG, PNG, WebP, AVIF, GIF or BMP.',
  mask: 'Choose a mask: a PNG that is black where the face is hidden and transparent where it is open.',
};

/** What a refused file is, and what to do about it; null: choose another. */
const refusals: Readonly<Record<RefusedKind, readonly [is: string, remedy: string | null]>> = {
  tiff: [
    'a TIFF picture or a camera’s raw file, which browsers cannot show',
    'Open it in an image editor and save it as JPEG.',
  ],
  raw: ['a camera’s raw file, which browsers cannot show', 'Open it in a photo app and export it as JPEG.'],
  svg: [
    'an SVG drawing, which is text that may load other files',
    'Open it in a drawing program and export it as PNG.',
  ],
  pdf: ['a PDF document', 'Open it in a PDF viewer and save the picture in it as JPEG or PNG.'],
  html: ['a web page', 'Open it in a browser and save the picture in it, not the page.'],
  text: ['text, whatever its name says', null],
  video: ['a video or sound file', 'Open it in a video player and save one frame as JPEG.'],
  jxl: ['a JPEG XL picture, which most browsers cannot show', 'Open it in an image editor and save it as JPEG.'],
  jp2: ['a JPEG 2000 picture, which most browsers cannot show', 'Open it in an image editor and save it as JPEG.'],
  psd: ['a Photoshop document', 'Open it in an image editor and export it as JPEG.'],
  unknown: ['not a picture that Fovea knows', null],
};

/** Names that promise no picture, quoted. */
const namedText = /\.(txt|text|md|log|csv|tsv|json|xml|ya?ml)\W?$/i;

/** @param name as `quoteName` gives it */
export function refusedFile(name: string, kind: RefusedKind, wanted: Wanted): FoveaError {
  const [is, remedy] = refusals[kind];
  const what = kind === 'text' && namedText.test(name) ? 'text, not a picture' : is;
  return new FoveaError(`${name} is ${what}.`, wanted === 'mask' ? choose.mask : (remedy ?? choose.photo));
}

/** A file that ends too early, or that contradicts its own format. */
export function brokenFile(
  name: string,
  format: FileFormat,
  fault: 'truncated' | 'damaged',
  cause?: unknown,
  wanted: Wanted = 'photo',
): FoveaError {
  const { title } = formatNames[format];
  if (fault === 'truncated') {
    return new FoveaError(
      `${name} is cut off: the end of this ${title} file is missing.`,
      'Copy or download it again.',
      { cause },
    );
  }
  return new FoveaError(
    `${name} is damaged: this ${title} file cannot be decoded.`,
    `Copy or download it again. If another program still opens it, save it there as ${savedAs[wanted]}.`,
    { cause },
  );
}

/** A file whose structure is right, in a format that this browser has no decoder for. */
export function undecodableFile(name: string, format: 'heic' | 'avif', cause: unknown): FoveaError {
  if (format === 'avif') {
    return new FoveaError(
      `${name} is an AVIF photo that this browser cannot decode.`,
      'Open it in an image editor and save it as JPEG, or update the browser.',
      { cause },
    );
  }
  return new FoveaError(
    `${name} is a HEIC photo, which this browser cannot decode.`,
    'Open it in a photo app and export it as JPEG, or open Fovea in Safari.',
    { cause },
  );
}

/** The browser could not read the bytes: moved, deleted, a folder, no permission. */
export function unreadableFile(name: string, cause: unknown): FoveaError {
  return new FoveaError(
    `${name} could not be read: it may be a folder, or have been moved or changed.`,
    'Choose the photo again.',
    { cause },
  );
}
