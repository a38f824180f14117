import type { GroupComparison } from '../../../../shared/people';
import { count } from '../../../../shared/people/figures';
import { quantityTitle } from '../../../../shared/people/quantityWords';
import {
  confounderSentence,
  differenceSentence,
  refusalSentence,
  shownDifferences,
  testedPairs,
  testsSentence,
  untestedSentence,
} from '../../../../shared/people/verdicts';
import styles from './Figures.module.css';
import { PairTable } from './PairTable';
import { useSource } from './useSource';

interface Props {
  readonly comparison: GroupComparison;
  readonly mask?: string | null;
}

/** What was found between groups and how sure it is; or why nothing is said. */
export function DifferenceTables({ comparison, mask = null }: Props) {
  const { tooFew, differences, untested } = comparison;
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
      {differences.length > 0 && <p className={styles.text}>{testsSentence(comparison)}</p>}
      {testedPairs(comparison).map((pair) => (
        <Pair key={pair.join('\n')} comparison={comparison} pair={pair} mask={mask} />
      ))}
    </>
  );
}

function Pair({ comparison, pair, mask }: Required<Props> & { readonly pair: readonly [string, string] }) {
  const of = comparison.differences.filter(({ groups: [a, b] }) => a === pair[0] && b === pair[1]);
  const source = useSource('shares and conditions, means over persons', mask);
  const sizes = pair.map((name) => {
    const group = comparison.groups.find((one) => one.group === name);
    return `${name}: ${count(group?.persons ?? 0, 'person')}, ${count(group?.photos ?? 0, 'photo')}`;
  });
  const found = shownDifferences(of);
  return (
    <>
      {found.length > 0 && (
        <ul className={styles.text}>
          {found.map((one) => (
            <li key={quantityTitle(one.quantity)}>{differenceSentence(one)}</li>
          ))}
        </ul>
      )}
      <PairTable caption={`${pair[0]} minus ${pair[1]}`} differences={of} source={`${sizes.join(' · ')} · ${source}`} />
      {of.some(({ quantity }) => quantity.kind === 'condition') && (
        <p className={styles.text}>{confounderSentence(comparison, pair)}</p>
      )}
    </>
  );
}
