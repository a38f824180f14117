import type { Point } from '../../../../shared/geometry/space';
import { adjustReady, endAdjusting } from '../../../flows/masks/placeReady';
import { maskStore } from '../../../state/mask';

type P = Point<'face'>;

/** Where the pointer took hold, and where the mask was then. */
let held: { readonly at: P; readonly dx: number; readonly dy: number; moved: boolean } | null = null;

/** The pointer takes hold of the ready-made mask, wherever it comes down. */
export function grabReady(at: P): void {
  const { ready } = maskStore.getState();
  held = ready && { at, dx: ready.dx, dy: ready.dy, moved: false };
}

/** The mask follows the pointer. */
export function dragReady(to: P): void {
  if (held === null) return;
  held.moved = true;
  adjustReady({ dx: held.dx + to.x - held.at.x, dy: held.dy + to.y - held.at.y }, 'drag');
}

/** The pointer lets go. False when it held nothing. */
export function letGoOfReady(): boolean {
  if (held === null) return false;
  held = null;
  endAdjusting();
  return true;
}

/** The mask goes back to where it was taken hold of; one that was not moved leaves no step in the history. */
export function putReadyBack(): void {
  if (held?.moved === true) dragReady(held.at);
  letGoOfReady();
}
