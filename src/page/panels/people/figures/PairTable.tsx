import type { GroupDifference } from '../../../../shared/people';
import { decimal, difference, span, testShare } from '../../../../shared/people/figures';
import { isShare, quantityTitle } from '../../../../shared/people/quantityWords';
import { isFound } from '../../../../shared/people/verdicts';
import { whiskerAxis } from '../../../paint/people/whiskers';
import { DataTable } from './DataTable';
import styles from './Figures.module.css';
import { AxisTicks, formatPoints, WhiskerCell } from './WhiskerCell';

interface Props {
  readonly caption: string;
  /** Of one pair of groups. */
  readonly differences: readonly GroupDifference[];
  readonly source: string;
}

/** Tests between two groups: differences with intervals, p, q and effect, and of how many persons each is told. */
export function PairTable({ caption, differences, source }: Props) {
  const axis = whiskerAxis(differences.filter(({ quantity }) => isShare(quantity)).map(asWhisker));
  const chart = <AxisTicks key="axis" axis={axis} format={formatPoints} />;
  return (
    <DataTable
      caption={caption}
      heads={['Quantity', chart, 'Difference', '95 %', 'p', 'q', 'Hedges’ g', 'Persons', 'Photos']}
      figures={differences}
      source={`${source} · chart in percentage points, for shares`}
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
          <td className={styles.soft}>{one.sizes.map(({ persons }) => persons).join(' and ')}</td>
          <td className={styles.soft}>{one.sizes.map(({ photos }) => photos).join(' and ')}</td>
        </tr>
      ))}
    </DataTable>
  );
}

const asWhisker = ({ difference: mean, low, high }: GroupDifference) => ({ mean, low, high });
