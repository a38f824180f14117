import type { CSSProperties } from 'react';
import { regions } from '../../../../shared/face';
import type { RegionShares } from '../../../../shared/people';
import styles from './Table.module.css';

interface Props {
  /** Null: not measured. */
  readonly shares: RegionShares | null;
  /** The largest share of heat in the table, for a common tint. */
  readonly most: number;
}

/** Heat per region in per cent, a cell each, coloured by how much it is. */
export const HeatCells = ({ shares, most }: Props) =>
  regions.map((region) => (
    <td key={region} className={styles.heat} style={shares === null ? {} : tint(shares[region] / most)}>
      {shares !== null && (shares[region] * 100).toFixed(1)}
    </td>
  ));

/** How strongly a cell is coloured: the largest share of the table most. */
const tint = (share: number) => ({ '--heat': `${Math.round(share * 36)}%` }) as CSSProperties;
