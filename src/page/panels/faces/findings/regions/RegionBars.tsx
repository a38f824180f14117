import type { RegionHeat } from '../../../../../shared/raster/regionHeat';
import { formatDecimal } from '../../../../ui/formatDecimal';
import { formatPercent } from '../../../../ui/formatPercent';
import type { Measure } from './measure';
import styles from './Regions.module.css';

interface Props {
  readonly heat: readonly RegionHeat[];
  readonly measure: Measure;
}

/** One bar a region, from the brow down as the list of regions has them. */
export function RegionBars({ heat, measure }: Props) {
  const values = heat.map((entry) => (measure === 'share' ? entry.share : entry.density));
  const most = values.reduce((largest, value) => (value > largest ? value : largest), measure === 'share' ? 0 : 1);
  return (
    <table className={styles.bars}>
      <caption className="visually-hidden">Heat per region</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Region</th>
          <th scope="col">Bar</th>
          <th scope="col">{measure === 'share' ? 'Share' : 'Share per area'}</th>
        </tr>
      </thead>
      <tbody>
        {heat.map((entry, i) => (
          <Row key={entry.region} entry={entry} measure={measure} fraction={(values[i] ?? 0) / most} even={1 / most} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly entry: RegionHeat;
  readonly measure: Measure;
  readonly fraction: number;
  /** Where an even map would end, as a fraction of the longest bar. */
  readonly even: number;
}

function Row({ entry: { region, share, area, density }, measure, fraction, even }: RowProps) {
  const value = measure === 'share' ? formatPercent(share) : formatDecimal(density);
  const title = `${region}: ${formatPercent(share)} of the heat on ${formatPercent(area)} of the picture`;
  return (
    <tr title={title}>
      <th scope="row" className={styles.region}>
        {region}
      </th>
      <td className={styles.barCell}>
        <span className={styles.bar} style={{ scale: `${Number.isFinite(fraction) ? fraction : 0} 1` }} />
        {measure === 'density' && <span className={styles.even} style={{ left: `${even * 100}%` }} />}
      </td>
      <td className={styles.value}>{value}</td>
    </tr>
  );
}
