import { Eye, Hand } from 'lucide-react';
import { type NeedRow, needFills } from '../../../../shared/mask/needsTable';
import { formatDecimal } from '../../../ui/formatDecimal';
import { formatPercent } from '../../../ui/formatPercent';
import table from '../Table.module.css';
import styles from './Measured.module.css';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

interface Props {
  readonly rows: readonly NeedRow[];
  readonly unit: string;
}

/** One row a region, in the order of the face. */
export function NeedsRows({ rows, unit }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a narrow screen, and a keyboard has to reach it
    <section className={table.scroller} aria-label="Looked at or needed" tabIndex={0}>
      <table className={`${table.table} ${styles.needs}`}>
        <thead>
          <tr>
            <th scope="col">Region</th>
            <th scope="col">Heat</th>
            <th scope="col">
              Drop of
              <br />
              the {unit}
            </th>
            {needFills.map((fill) => (
              <th key={fill} scope="col">
                {capital(fill)}
              </th>
            ))}
            <th scope="col" title="Drop of the probability in percentage points">
              Points
            </th>
            <th scope="col" title="By heat, by drop">
              Ranks
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.region} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { readonly row: NeedRow }) {
  const { region, share, drops, meanDrop, spread, meanProbabilityDrop, heatRank, dropRank, disagreement } = row;
  return (
    <>
      <tr data-strong={disagreement !== null}>
        <th scope="row" rowSpan={disagreement === null ? 1 : 2} className={table.capital}>
          {region}
        </th>
        <td>{formatPercent(share)}</td>
        <td>
          {formatDecimal(meanDrop)}
          {Number.isFinite(spread) && <span className={styles.soft}> ± {formatDecimal(spread)}</span>}
        </td>
        {needFills.map((fill) => (
          <td key={fill} className={styles.soft}>
            {formatDecimal(drops.find((drop) => drop.fill === fill)?.score ?? Number.NaN)}
          </td>
        ))}
        <td>{formatDecimal(100 * meanProbabilityDrop, 1)}</td>
        <td>{Number.isFinite(heatRank) && Number.isFinite(dropRank) ? `${heatRank}, ${dropRank}` : '–'}</td>
      </tr>
      {disagreement !== null && (
        <tr className={table.goesOn}>
          <td colSpan={needFills.length + 4}>
            <Mark disagreement={disagreement} />
          </td>
        </tr>
      )}
    </>
  );
}

function Mark({ disagreement }: { readonly disagreement: NonNullable<NeedRow['disagreement']> }) {
  return (
    <span className={styles.mark}>
      {disagreement === 'looked at, not needed' ? <Eye aria-hidden /> : <Hand aria-hidden />}
      {disagreement}
    </span>
  );
}
