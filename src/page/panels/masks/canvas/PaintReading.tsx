import { regions } from '../../../../shared/face';
import { cellIndexAt } from '../../../paint/mapReading';
import { facesStore } from '../../../state/faces';
import { activeTool, maskStore } from '../../../state/mask';
import { type MaskCursor, maskCursorStore } from '../../../state/maskCursor';
import { maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { formatPercent } from '../../../ui/formatPercent';
import { useMediaQuery } from '../../../ui/useMediaQuery';
import { faceFrame, toShares } from './faceFrame';
import { hintOf } from './hintOf';
import styles from './MaskFigure.module.css';

/** How much of the face is hidden, and what lies under the keyboard's crosshair, or how the tool is used. */
export function PaintReading() {
  const place = useStore(maskCursorStore, placeInWords);
  const tool = useStore(maskStore, activeTool);
  const ready = useStore(maskStore, (state) => state.ready?.id ?? null);
  const empty = useStore(maskStore, ({ strokes, draft }) => strokes.length === 0 && draft === null);
  const covered = useStore(maskResultsStore, ({ masked }) => (masked === null ? null : formatPercent(masked.covered)));
  const waiting = useStore(
    facesStore,
    ({ crop, recognition, stage }) => crop !== null && recognition === null && stage !== null,
  );
  const isFace = useStore(facesStore, ({ choice }) => choice?.kind === 'face');
  const away = useStore(
    maskResultsStore,
    ({ masked }) => ready !== null && masked?.covered === 0 && masked.raster.every((value) => value === 0),
  );
  const fine = useMediaQuery('(pointer: fine)');
  return (
    <p className={styles.reading}>
      {!empty && covered !== null && (
        <>
          {away ? (
            'The mask lies beside the picture: nothing is hidden. '
          ) : (
            <>
              <strong>{covered}</strong> of the {isFace ? 'face' : 'input'} is hidden.{' '}
            </>
          )}
          {waiting && 'The answer follows once the network has recognised the face without a mask. '}
        </>
      )}
      {place === null ? (
        <>
          {hintOf(tool, fine, ready)} {empty && fine && 'By keyboard: Tab here, arrows and Space.'}
        </>
      ) : (
        <span role="status">{place}</span>
      )}
    </p>
  );
}

/** Of the crosshair: a pointer is seen. */
function placeInWords({ at, byKeyboard, anchor, corners }: MaskCursor): string | null {
  const frame = faceFrame();
  if (at === null || !byKeyboard || frame === null || activeTool() === 'move') return null;
  const { x, y } = toShares(frame, at);
  const labels = facesStore.getState().crop?.regions;
  const region = regions[labels?.[cellIndexAt({ x, y }, frame.input)] ?? regions.length - 1] ?? 'elsewhere';
  const begun =
    anchor !== null ? ' · Space ends the shape' : corners.length > 0 ? ` · corner ${corners.length} set` : '';
  return `Crosshair: ${Math.round(x * 100)} % across, ${Math.round(y * 100)} % down, ${region}${begun}`;
}
