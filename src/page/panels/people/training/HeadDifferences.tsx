import type { HeadDifference, TrainingStudy } from '../../../../shared/people/trainingStudy';
import {
  headPairs,
  headRefusals,
  headTitles,
  noPairsSentence,
  triedWords,
  viewTitles,
} from '../../../../shared/people/trainingWords';
import { differenceSentence, isFound, testsSentence } from '../../../../shared/people/verdicts';
import styles from '../figures/Figures.module.css';
import { PairTable } from '../figures/PairTable';
import { useTrainingSource } from '../figures/useSource';

/** Group differences of every head in every view, and how sure they are; or why nothing is said. */
export function HeadDifferences({ training }: { readonly training: TrainingStudy }) {
  const source = useTrainingSource(`shares of ${triedWords(training)} and of the map’s heat, means over persons`);
  const refusals = headRefusals(training);
  const pairs = headPairs(training);
  const none = noPairsSentence(training);
  return (
    <>
      {refusals.map((sentence) => (
        <p key={sentence} role="note" className={styles.refusal}>
          {sentence}
        </p>
      ))}
      {pairs.length > 0 && <p className={styles.text}>{testsSentence(training)}</p>}
      {none !== null && <p className={styles.note}>{none}</p>}
      {pairs.map(({ title, differences }) => (
        <div key={title}>
          <Found differences={differences} />
          <PairTable caption={title} differences={differences} source={source} />
        </div>
      ))}
    </>
  );
}

function Found({ differences }: { readonly differences: readonly HeadDifference[] }) {
  const found = differences.filter(isFound);
  if (found.length === 0) return null;
  return (
    <ul className={styles.text}>
      {found.map((one) => (
        <li key={differenceSentence(one)}>
          {headTitles[one.head]}, {viewTitles[one.view]}: {differenceSentence(one)}
        </li>
      ))}
    </ul>
  );
}
