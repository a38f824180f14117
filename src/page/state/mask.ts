import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import type { FillKind, Mask, MaskShape } from '../../shared/mask';
import type { ReadyPlacement } from '../../shared/mask/readyMasks';

export type PaintTool = 'brush' | 'rectangle' | 'ellipse' | 'polygon' | 'eraser';
export type MaskTool = PaintTool | 'move';

/** A ready-made mask that lies on top and can still be moved and made larger: the last `strokes` strokes. */
export interface PlacedReady extends ReadyPlacement {
  readonly strokes: number;
}

export interface MaskState {
  /** Painted and finished, the oldest first. Undo and redo go over these. */
  readonly strokes: Mask;
  readonly ready: PlacedReady | null;
  /** The stroke under the pointer; drawn and recognised with, but no part of the history before it ends. */
  readonly draft: { readonly shape: MaskShape; readonly erase: boolean } | null;
  readonly tool: PaintTool;
  /** The pointer moves the ready-made mask in the place of painting, as long as there is one that can be moved. */
  readonly moving: boolean;
  /** Width of brush and eraser in face units: the side of the aligned face's square is 1. */
  readonly width: number;
  /** Of the strokes to come. */
  readonly fill: FillKind;
}

/** Face units. */
export const brushWidths = { least: 0.01, most: 0.6, first: 0.08 } as const;
/** Steps that can be undone. */
const remembered = 500;

type Remembered = Pick<MaskState, 'strokes' | 'ready'>;

/** The mask on the bench, in face coordinates. `maskStore.temporal` holds its history: undo(), redo(), pastStates. */
export const maskStore = createStore<MaskState>()(
  temporal(
    (): MaskState => ({
      strokes: [],
      ready: null,
      draft: null,
      tool: 'brush',
      moving: false,
      width: brushWidths.first,
      fill: 'black',
    }),
    {
      partialize: ({ strokes, ready }): Remembered => ({ strokes, ready }),
      equality: (past, now) => past.strokes === now.strokes && past.ready === now.ready,
      limit: remembered,
    },
  ),
);

/** What the pointer does now. */
export const activeTool = ({ tool, moving, ready }: MaskState = maskStore.getState()): MaskTool =>
  moving && ready !== null ? 'move' : tool;

/** The mask as it is seen now: with the stroke that is not finished yet. */
export function shownMask({ strokes, draft, fill }: MaskState = maskStore.getState()): Mask {
  return draft === null ? strokes : [...strokes, { ...draft, fill }];
}
