import type { KeyboardEvent } from 'react';
import { adjustReady } from '../../flows/masks/placeReady';
import { maskStore } from '../../state/mask';

/** Face units by which an arrow key moves the mask, alone and with Shift. */
const step = 0.01;
const largeStep = 0.05;

/** Steps across and down. */
export const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** An arrow key moves the ready-made mask on top. False where it is another key, or there is none to move. */
export function moveByArrow(event: KeyboardEvent<HTMLElement>): boolean {
  const move = arrows[event.key];
  const { ready } = maskStore.getState();
  if (move === undefined || ready === null) return false;
  const by = event.shiftKey ? largeStep : step;
  adjustReady({ dx: ready.dx + move[0] * by, dy: ready.dy + move[1] * by });
  return true;
}
