import { regions } from '../../../../shared/face';
import type { Counts, Interval } from '../../../../shared/people';
import { points, span } from '../../../../shared/people/figures';
import { regionTitle } from '../../../../shared/people/quantityWords';
import { whiskerAxis } from '../../../paint/people/whiskers';
import { DataTable } from './DataTable';
import styles from './Figures.module.css';
import { AxisTicks, formatPoints, WhiskerCell } from './WhiskerCell';

interface Change {
  readonly name: string;
  readonly persons: number;
  readonly photos: number;
  /** Behind `recognised`. */
  readonly named: Counts;
  readonly recognised: Interval | null;
  readonly probability: Interval;
  readonly regions: Readonly<Record<(typeof regions)[number], Interval>>;
}

interface Props {
  readonly caption: string;
  readonly changes: readonly Change[];
  readonly source: string;
}

/** Changes of each group, in percentage points: recognition, the name's probability, heat per region. */
export function ChangeTable({ caption, changes, source }: Props) {
  const lines: readonly (readonly [string, (change: Change) => Interval | null, isOfNamed?: boolean])[] = [
    ['recognised', ({ recognised }) => recognised, true],
    ['probability of the name without it', ({ probability }) => probability],
    ...regions.map((region) => [regionTitle(region), (change: Change) => change.regions[region]] as const),
  ];
  const all = changes.flatMap((change) => lines.map(([, read]) => read(change))).filter((value) => value !== null);
  const axis = whiskerAxis(all);
  const chart = <AxisTicks key="axis" axis={axis} format={formatPoints} />;
  const heads = ['Quantity', 'Group', chart, 'Change', '95 %', 'Persons', 'Photos'];
  return (
    <DataTable hideCaption names={2} caption={caption} heads={heads} source={source} figures={all}>
      {lines.map(([title, read, isOfNamed = false]) =>
        changes.map((change, i) => (
          <tr key={`${title} ${change.name}`} data-again={i > 0}>
            <th scope="row">
              <span>{title}</span>
            </th>
            <td className={styles.name}>{change.name}</td>
            <Cells value={read(change)} axis={axis} />
            <td className={styles.soft}>{(isOfNamed ? change.named : change).persons}</td>
            <td className={styles.soft}>{(isOfNamed ? change.named : change).photos}</td>
          </tr>
        )),
      )}
    </DataTable>
  );
}

interface CellsProps {
  readonly value: Interval | null;
  readonly axis: Parameters<typeof WhiskerCell>[0]['axis'];
}

function Cells({ value, axis }: CellsProps) {
  if (value === null) return <td colSpan={3}>cannot be told</td>;
  return (
    <>
      <td className={styles.chart}>
        <WhiskerCell value={value} axis={axis} />
      </td>
      <td>{points(value.mean)}</td>
      <td className={styles.soft}>{span(value, { kind: 'probability' })}</td>
    </>
  );
}
