import type { AttributionMap } from '../../../../shared/explain';
import { cellAt, type Spot } from '../../../paint/mapReading';
import styles from './Crosshair.module.css';

interface Props {
  readonly spot: Spot;
  readonly map: AttributionMap;
}

/** The outline of the cell that is read. */
export function Crosshair({ spot, map }: Props) {
  const { column, row } = cellAt(spot, map);
  const share = (value: number, of: number) => `${(value / of) * 100}%`;
  return (
    <span
      aria-hidden
      className={styles.cell}
      style={{
        left: share(column + 0.5, map.width),
        top: share(row + 0.5, map.height),
        width: share(1, map.width),
        height: share(1, map.height),
      }}
    />
  );
}
