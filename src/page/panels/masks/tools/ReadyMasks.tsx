import { Move } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { readyTitles } from '../../../../shared/mask/maskName';
import type { ReadyMaskId } from '../../../../shared/mask/readyMaskIds';
import { growFactor } from '../../../../shared/mask/readyMasks';
import { chooseTool, dropUnderWay } from '../../../flows/masks/editMask';
import { adjustReady, endAdjusting, toggleReady } from '../../../flows/masks/placeReady';
import { facesStore } from '../../../state/faces';
import { activeTool, maskStore } from '../../../state/mask';
import { useStore } from '../../../state/useStore';
import { showSheet } from '../../../state/view';
import { Button } from '../../../ui/Button';
import { SliderField } from '../../../ui/SliderField';
import { useMediaQuery } from '../../../ui/useMediaQuery';
import { moveByArrow } from '../arrowMove';
import styles from './Tools.module.css';

/** Masks that the landmarks place, each once; the last one can be grown, shrunk and moved. */
export function ReadyMasks() {
  const strokes = useStore(maskStore, (state) => state.strokes);
  const last = useStore(maskStore, ({ ready }) => ready?.id ?? null);
  const faceless = useStore(facesStore, ({ choice }) => choice === null);
  const ids = Object.keys(readyTitles) as ReadyMaskId[];
  const placed = new Set(strokes.map(({ from }) => from));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons within
    <div className={styles.ready} onKeyDown={moveByKey}>
      <ul className={styles.readyList} aria-label="Ready-made masks">
        {ids.map((id) => (
          <li key={id}>
            <button
              type="button"
              className={styles.readyButton}
              aria-pressed={placed.has(id)}
              disabled={faceless}
              onClick={() => toggleReady(id)}
            >
              {readyTitles[id]}
            </button>
          </li>
        ))}
      </ul>
      {last !== null && !faceless ? (
        <Adjust id={last} />
      ) : (
        <p className={styles.hint}>Each goes on the face by a press, and off by another.</p>
      )}
    </div>
  );
}

const timesWords = (grow: number) => `× ${growFactor(grow).toFixed(2)}`;

function Adjust({ id }: { readonly id: ReadyMaskId }) {
  const grow = useStore(maskStore, ({ ready }) => ready?.grow ?? 0);
  const moving = useStore(maskStore, (state) => activeTool(state) === 'move');
  const fine = useMediaQuery('(pointer: fine)');
  const move = () => {
    dropUnderWay();
    chooseTool('move');
    showSheet(null);
  };
  return (
    <div className={styles.adjust}>
      <SliderField
        label="Shrink or grow"
        value={grow}
        min={-1}
        max={1}
        step={0.05}
        format={{}}
        words={timesWords}
        onChange={(next, held) => adjustReady({ grow: next }, 'slider', held)}
        onRelease={endAdjusting}
      />
      <Button
        look="quiet"
        className={styles.move}
        icon={<Move aria-hidden />}
        aria-describedby="move-ready"
        aria-pressed={moving}
        onClick={move}
      >
        Move {readyTitles[id].toLowerCase()}
      </Button>
      <p id="move-ready" className={styles.hint}>
        {moving ? 'Drag it on the face' : 'Press, then drag it on the face'}
        {fine ? '; or move it from here by arrow keys, with Shift further.' : '.'}
      </p>
    </div>
  );
}

/** On the buttons the arrow keys move the mask; the slider has its own. */
function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.target instanceof Element && event.target.closest('button') === null) return;
  if (!moveByArrow(event)) return;
  event.preventDefault();
  event.stopPropagation();
}
