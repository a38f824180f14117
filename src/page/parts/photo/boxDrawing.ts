import type { Box, Point } from '../../../shared/geometry/space';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Smallest side of a box that is meant, as a share of the photo's shorter side. */
const least = 0.04;

const clip = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const leastSide = (photo: Size) => least * Math.min(photo.width, photo.height);

/** A box in the middle of the photo, half its shorter side wide: where the keyboard begins. */
export function middleBox({ width, height }: Size): Box<'picture'> {
  const side = Math.min(width, height) / 2;
  return { x: (width - side) / 2, y: (height - side) / 2, width: side, height: side };
}

/** The box between two corners, within the photo. */
export function boxBetween(a: Point<'picture'>, b: Point<'picture'>, photo: Size): Box<'picture'> {
  const [left, right] = [a.x, b.x].map((x) => clip(x, 0, photo.width)).sort((p, q) => p - q) as [number, number];
  const [top, bottom] = [a.y, b.y].map((y) => clip(y, 0, photo.height)).sort((p, q) => p - q) as [number, number];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether somebody has drawn a box, and not just clicked. */
export const isMeant = (box: Box<'picture'>, photo: Size): boolean =>
  Math.min(box.width, box.height) >= leastSide(photo);

/** The box after an arrow key, moved or, with Shift, resized at its right and lower edges; null for another key. */
export function boxAfterKey(
  box: Box<'picture'>,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  photo: Size,
): Box<'picture'> | null {
  const step = Math.min(photo.width, photo.height) / 50;
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  const move = moves[key];
  if (move === undefined) return null;
  const [dx, dy] = move;
  if (shiftKey) {
    const width = clip(box.width + dx, leastSide(photo), photo.width - box.x);
    const height = clip(box.height + dy, leastSide(photo), photo.height - box.y);
    return { ...box, width, height };
  }
  const x = clip(box.x + dx, 0, photo.width - box.width);
  const y = clip(box.y + dy, 0, photo.height - box.height);
  return { ...box, x, y };
}
