import { regions } from '../../../../shared/face';
import type { GroupComparison } from '../../../../shared/people';
import { figure, span } from '../../../../shared/people/figures';
import { regionTitle } from '../../../../shared/people/quantityWords';
import { whiskerAxis } from '../../../paint/people/whiskers';
import { DataTable } from './DataTable';
import styles from './Figures.module.css';
import { useSource } from './useSource';
import { AxisTicks, WhiskerCell } from './WhiskerCell';

interface Props {
  readonly comparison: GroupComparison;
  readonly mask?: string | null;
}

/** Heat per region of each group, as dots with 95 % intervals and in numbers. */
export function HeatTable({ comparison: { groups }, mask = null }: Props) {
  const source = useSource('share of the map’s heat, mean over persons', mask);
  const axis = whiskerAxis(groups.flatMap((group) => regions.map((region) => group.regions[region])));
  const chart = <AxisTicks key="axis" axis={axis} format={(tick) => `${Math.round(tick * 1000) / 10} %`} />;
  return (
    <DataTable
      hideCaption
      names={2}
      caption="Heat per region"
      heads={['Region', 'Group', chart, 'Mean', '95 %', 'Persons', 'Photos']}
      source={source}
      figures={groups.map(({ regions: heat }) => heat)}
    >
      {regions.map((region) =>
        groups.map(({ group, persons, photos, regions: shares }, i) => (
          <tr key={`${region} ${group}`} data-again={i > 0}>
            <th scope="row">
              <span>{regionTitle(region)}</span>
            </th>
            <td className={styles.name}>{group}</td>
            <td className={styles.chart}>
              <WhiskerCell value={shares[region]} axis={axis} />
            </td>
            <td>{figure(shares[region].mean, { kind: 'region', region })}</td>
            <td className={styles.soft}>{span(shares[region], { kind: 'region', region })}</td>
            <td className={styles.soft}>{persons}</td>
            <td className={styles.soft}>{photos}</td>
          </tr>
        )),
      )}
    </DataTable>
  );
}
