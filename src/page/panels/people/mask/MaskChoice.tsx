import { readyTitles } from '../../../../shared/mask/maskName';
import type { ReadyMaskId } from '../../../../shared/mask/readyMaskIds';
import { measureWithPainted, measureWithReady } from '../../../flows/people/maskForStudy';
import { maskStore } from '../../../state/mask';
import { notifyError } from '../../../state/notices';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import styles from '../figures/Figures.module.css';

/** Ready-made masks, which the mean face's landmarks place, and the one painted on the Masks bench. */
export function MaskChoice() {
  const chosen = useStore(studyStore, ({ masked }) => masked?.name ?? null);
  const busy = useStore(studyStore, ({ work }) => work !== null);
  const painted = useStore(maskStore, ({ strokes }) => strokes.length > 0);
  const ids = Object.keys(readyTitles) as ReadyMaskId[];
  const measure = (work: Promise<void>) => void work.catch(notifyError);
  return (
    <>
      <div className={styles.choices}>
        {ids.map((id) => (
          <button
            key={id}
            type="button"
            className={styles.choice}
            aria-pressed={chosen === readyTitles[id]}
            disabled={busy}
            onClick={() => measure(measureWithReady(id))}
          >
            {readyTitles[id]}
          </button>
        ))}
        <button
          type="button"
          className={styles.choice}
          disabled={busy || !painted}
          title={painted ? 'The mask on the Masks bench' : 'Nothing is painted on the Masks bench'}
          onClick={() => measure(measureWithPainted())}
        >
          As painted on Masks
        </button>
      </div>
      <p className={styles.note}>
        A click measures all photos again under that mask, filled as on the Masks bench. It lies where the mean face has
        its features, the same on every aligned face.
      </p>
    </>
  );
}
