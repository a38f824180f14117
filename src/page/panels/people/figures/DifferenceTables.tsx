import type { GroupComparison, GroupDifference } from '../../../../shared/people';
import { count, decimal, difference, span, testShare } from '../../../../shared/people/figures';
import { isShare, quantityTitle } from '../../../../shared/people/quantityWords';
import {
  confounderSentence,
  differenceSentence,
  isFound,
  refusalSentence,
  testedPairs,
  testsSentence,
} from '../../../../shared/people/verdicts';
import { whiskerAxis } from '../../../paint/people/whiskers';
import { DataTable } from './DataTable';
import styles from './Figures.module.css';
import { useSource } from './useSource';
import { AxisTicks, formatPoints, WhiskerCell } from './WhiskerCell';

interface Props {
  readonly comparison: GroupComparison;
  readonly mask?: string | null;
}

/** What was found between groups and how sure it is; or why nothing is said. */
export function DifferenceTables({ comparison, mask = null }: Props) {
  const { tooFew, differences } = comparison;
  return (
    <>
      {tooFew !== null && (
        <p role="note" className={styles.refusal}>
          {refusalSentence(tooFew)}
        </p>
      )}
      {differences.length > 0 && <p className={styles.text}>{testsSentence(comparison)}</p>}
      {testedPairs(comparison).map((pair) => (
        <Pair key={pair.join('\n')} comparison={comparison} pair={pair} mask={mask} />
      ))}
    </>
  );
}

function Pair({ comparison, pair, mask }: Required<Props> & { readonly pair: readonly [string, string] }) {
  const of = comparison.differences.filter(({ groups: [a, b] }) => a === pair[0] && b === pair[1]);
  const found = of.filter((one) => isFound(one) && one.quantity.kind !== 'condition');
  return (
    <>
      {found.length > 0 && (
        <ul className={styles.text}>
          {found.map((one) => (
            <li key={quantityTitle(one.quantity)}>{differenceSentence(one)}</li>
          ))}
        </ul>
      )}
      <PairTable comparison={comparison} differences={of} pair={pair} mask={mask} />
      <p className={styles.text}>{confounderSentence(comparison, pair)}</p>
    </>
  );
}

interface PairProps extends Required<Props> {
  readonly differences: readonly GroupDifference[];
  readonly pair: readonly [string, string];
}

function PairTable({ comparison, differences, pair: [first, second], mask }: PairProps) {
  const source = useSource('shares and conditions, means over persons', mask);
  const axis = whiskerAxis(differences.filter(({ quantity }) => isShare(quantity)).map(asWhisker));
  const chart = <AxisTicks key="axis" axis={axis} format={formatPoints} />;
  const sizes = [first, second].map((name) => {
    const group = comparison.groups.find((one) => one.group === name);
    return `${name}: ${count(group?.persons ?? 0, 'person')}, ${count(group?.photos ?? 0, 'photo')}`;
  });
  return (
    <DataTable
      caption={`${first} minus ${second}`}
      heads={['Quantity', chart, 'Difference', '95 %', 'p', 'q', 'Hedges’ g']}
      source={`${sizes.join(' · ')} · ${source} · chart in percentage points, for shares`}
    >
      {differences.map((one) => (
        <tr key={quantityTitle(one.quantity)} data-found={isFound(one)}>
          <th scope="row">{quantityTitle(one.quantity)}</th>
          <td className={styles.chart}>
            {isShare(one.quantity) && <WhiskerCell value={asWhisker(one)} axis={axis} />}
          </td>
          <td>{difference(one.difference, one.quantity)}</td>
          <td className={styles.soft}>{span(one, one.quantity)}</td>
          <td>{testShare(one.p)}</td>
          <td>{testShare(one.q)}</td>
          <td>{decimal(one.effect, 2)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

const asWhisker = ({ difference: mean, low, high }: GroupDifference) => ({ mean, low, high });
