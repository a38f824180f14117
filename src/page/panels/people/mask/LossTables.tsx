import type { MaskLosses } from '../../../../shared/people';
import { quantityTitle } from '../../../../shared/people/quantityWords';
import {
  isFound,
  lossSentence,
  refusalSentence,
  testedPairs,
  testsSentence,
  untestedSentence,
} from '../../../../shared/people/verdicts';
import styles from '../figures/Figures.module.css';
import { PairTable } from '../figures/PairTable';
import { useSource } from '../figures/useSource';

/** Which group the mask costs more, and how sure that is; or why nothing is said. */
export function LossTables({ losses, mask }: { readonly losses: MaskLosses; readonly mask: string }) {
  const source = useSource('changes photo by photo, means over persons', mask);
  const { tooFew, untested, differences } = losses;
  const found = differences.filter(isFound);
  return (
    <>
      {tooFew !== null && (
        <p role="note" className={styles.refusal}>
          {refusalSentence(tooFew)}
        </p>
      )}
      {untested.map((one) => (
        <p key={untestedSentence(one)} role="note" className={styles.refusal}>
          {untestedSentence(one)}
        </p>
      ))}
      {differences.length > 0 && <p className={styles.text}>{testsSentence(losses)}</p>}
      {found.length > 0 && (
        <ul className={styles.text}>
          {found.map((one) => (
            <li key={`${one.groups.join('\n')} ${quantityTitle(one.quantity)}`}>{lossSentence(one)}</li>
          ))}
        </ul>
      )}
      {testedPairs(losses).map(([first, second]) => (
        <PairTable
          key={`${first}\n${second}`}
          caption={`The change in ${first} minus that in ${second}`}
          differences={differences.filter(({ groups: [a, b] }) => a === first && b === second)}
          source={source}
        />
      ))}
    </>
  );
}
