/** What a photo came as. `camera`: a frame of a camera; `pixels`: an ImageData. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'bmp' | 'heic' | 'camera' | 'pixels';

/**
 * An upright photo: its EXIF or container orientation is applied, its colours are sRGB, and whatever was transparent
 * lies on white. The bitmap belongs to whoever holds the Photo; `close()` frees it.
 */
export interface Photo {
  /** The file's name, or 'photo' where it has none. */
  readonly name: string;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  readonly bitmap: ImageBitmap;
  readonly format: PhotoFormat;
  close(): void;
}

/** The photo that owns this bitmap from now on. */
export function createPhoto(bitmap: ImageBitmap, name: string, format: PhotoFormat): Photo {
  const { width, height } = bitmap;
  return { name, width, height, bitmap, format, close: () => bitmap.close() };
}
