import { explanationStore } from '../../../state/explanation';
import { facesStore } from '../../../state/faces';
import { maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { methodTitle } from '../../../ui/methodTitle';
import { useCurrentNetwork } from '../../../ui/useCurrentNetwork';
import { headline, isChanged } from './changeWords';
import styles from './Headline.module.css';
import { useRecognised } from './useMasked';

/** What the mask has done to the answer, in one sentence with figures. */
export function Headline() {
  const before = useStore(facesStore, (state) => state.recognition);
  const after = useRecognised()?.recognition ?? null;
  const working = useStore(maskResultsStore, (state) => state.working);
  const method = useStore(explanationStore, (state) => state.method);
  const network = useCurrentNetwork()?.spec.name ?? '';
  const words = before === null ? 'The face' : headline(before, after);
  return (
    <div className={styles.headline}>
      <h1
        aria-live="polite"
        aria-busy={working}
        className={styles.title}
        data-changed={before !== null && isChanged(before, after)}
      >
        {unbroken(words)}
      </h1>
      <p className={styles.caption}>
        {network} · {methodTitle(method)}
      </p>
    </div>
  );
}

/** A figure, its unit and the arrow behind it stay on one line. */
const unbroken = (words: string) =>
  words.split(/([<>]? ?[\d.]+ %(?: →)?)/).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence have no other name
      <span key={i} className={styles.together}>
        {part}
      </span>
    ),
  );
