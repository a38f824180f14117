import { Move } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { readyTitles } from '../../../../shared/mask/maskName';
import type { ReadyMaskId } from '../../../../shared/mask/readyMasks';
import { adjustReady, placeReady } from '../../../flows/masks/placeReady';
import { maskStore } from '../../../state/mask';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { SliderField } from '../../../ui/SliderField';
import styles from './Tools.module.css';

/** Face units by which an arrow key moves the mask, alone and with Shift. */
const step = 0.01;
const largeStep = 0.05;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Masks that the landmarks place; the last one can be grown, shrunk and moved. */
export function ReadyMasks() {
  const placed = useStore(maskStore, ({ ready }) => ready?.id ?? null);
  const ids = Object.keys(readyTitles) as ReadyMaskId[];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons within
    <div className={styles.ready} onKeyDown={moveByKey}>
      <ul className={styles.readyList} aria-label="Ready-made masks">
        {ids.map((id) => (
          <li key={id}>
            <button
              type="button"
              className={styles.readyButton}
              aria-pressed={placed === id}
              onClick={() => placeReady(id)}
            >
              {readyTitles[id]}
            </button>
          </li>
        ))}
      </ul>
      {placed !== null && <Adjust id={placed} />}
    </div>
  );
}

function Adjust({ id }: { readonly id: ReadyMaskId }) {
  const grow = useStore(maskStore, ({ ready }) => ready?.grow ?? 0);
  return (
    <div className={styles.adjust}>
      <SliderField
        label="Shrink or grow"
        value={grow}
        min={-1}
        max={1}
        step={0.05}
        format={{ signDisplay: 'exceptZero', minimumFractionDigits: 2 }}
        onChange={(next) => adjustReady({ grow: next })}
      />
      <Button look="quiet" className={styles.move} icon={<Move aria-hidden />} aria-describedby="move-ready">
        Move {readyTitles[id].toLowerCase()}
      </Button>
      <p id="move-ready" className={styles.hint}>
        Arrow keys move it from here, with Shift further.
      </p>
    </div>
  );
}

/** On the buttons the arrow keys move the mask; the slider has its own. */
function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const move = arrows[event.key];
  const { ready } = maskStore.getState();
  if (move === undefined || ready === null) return;
  if (event.target instanceof Element && event.target.closest('button') === null) return;
  event.preventDefault();
  event.stopPropagation();
  const by = event.shiftKey ? largeStep : step;
  adjustReady({ dx: ready.dx + move[0] * by, dy: ready.dy + move[1] * by });
}
