import { unitOf } from '../../../../shared/unitOf';
import { readMap, type Spot } from '../../../paint/mapReading';
import { facesStore } from '../../../state/faces';
import { useStore } from '../../../state/useStore';
import { formatObjective } from '../../../ui/format';
import styles from './Reading.module.css';
import type { Heat } from './useHeat';

interface Props {
  readonly heat: Heat | null;
  readonly spot: Spot | null;
}

/** What the map says where it is pointed at. */
export function Reading({ heat, spot }: Props) {
  const crop = useStore(facesStore, (state) => state.crop);
  if (heat === null || crop === null) return <p className={styles.reading}>&nbsp;</p>;
  if (spot === null) return <p className={styles.reading}>Point at the face to read the map.</p>;
  const { map } = heat.shown;
  const { column, row, value, region } = readMap(spot, map, crop.regions, crop.input);
  return (
    <p role="status" className={styles.reading}>
      <strong>{formatObjective(value)}</strong> {unitOf(heat.shown)} · {region} · row {row + 1} of {map.height}, column{' '}
      {column + 1} of {map.width}
    </p>
  );
}
