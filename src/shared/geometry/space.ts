/**
 * Coordinates that never mix silently: a point carries the space it lives in as a type.
 * `picture`: pixels of the upright photo, (0, 0) the outer corner of its top left pixel;
 * `face`: the aligned face, in which the mean face fills the unit square whatever the photo and the network;
 * `network`: pixels of the network's input;
 * `canvas`: device pixels of a canvas.
 */
export type Space = 'picture' | 'face' | 'network' | 'canvas';

declare const space: unique symbol;

export interface Point<S extends Space> {
  readonly x: number;
  readonly y: number;
  readonly [space]?: S;
}

export interface Box<S extends Space> {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly [space]?: S;
}

/** x' = a·x + c·y + e, y' = b·x + d·y + f (the letters of the canvas and of SVG). */
export interface Affine<From extends Space, To extends Space> {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
  readonly [space]?: readonly [From, To];
}
