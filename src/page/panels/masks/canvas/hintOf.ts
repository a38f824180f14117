import { readyTitles } from '../../../../shared/mask/maskName';
import type { ReadyMaskId } from '../../../../shared/mask/readyMaskIds';
import type { MaskTool } from '../../../state/mask';

const hints: Readonly<Record<Exclude<MaskTool, 'polygon' | 'move'>, string>> = {
  brush: 'Drag to paint.',
  eraser: 'Drag to open what is hidden.',
  rectangle: 'Drag from corner to corner.',
  ellipse: 'Drag from corner to corner.',
};

/** How a tool is used, with a mouse or a finger. */
export function hintOf(tool: MaskTool, fine: boolean, ready: ReadyMaskId | null): string {
  if (tool === 'move') {
    const what = ready === null ? 'the mask' : `the ${readyTitles[ready].toLowerCase()}`;
    return `Drag to move ${what}; another tool paints.`;
  }
  if (tool !== 'polygon') return hints[tool];
  return fine
    ? 'Click corner by corner; Enter, a double click or the first corner closes it.'
    : 'Tap corner by corner; a tap on the first corner closes it.';
}
