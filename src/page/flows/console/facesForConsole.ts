import { photoFromBlobOrImageData } from '../../intake/photo/photoFromBlobOrImageData';
import { findFaces } from '../faces/findFaces';

export interface ConsoleFace {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** 68, as [x, y]. */
  readonly landmarks: readonly (readonly [number, number])[];
  /** 0..1. */
  readonly score: number;
}

/** @throws FoveaError when the picture cannot be read */
export async function facesForConsole(picture: Blob | ImageData): Promise<readonly ConsoleFace[]> {
  const { signal } = new AbortController();
  const photo = await photoFromBlobOrImageData(signal, picture);
  try {
    const faces = await findFaces(signal, photo);
    return faces.map(({ box, landmarks, score }) => ({
      box: { x: box.x, y: box.y, width: box.width, height: box.height },
      landmarks: landmarks.map(({ x, y }) => [x, y] as const),
      score,
    }));
  } finally {
    photo.close();
  }
}
