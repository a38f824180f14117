import { useMemo } from 'react';
import { type ColourMapName, colourTable } from '../../../paint/colourMaps';
import { formatObjective } from '../../../ui/format';
import styles from './Figures.module.css';

interface Props {
  readonly colours: ColourMapName;
  /** Raw values at the two ends. */
  readonly range: readonly [number, number];
  readonly unit: string;
}

/** Colours of the scale that are named; what lies between is interpolated. */
const stops = 16;

/** The colours that maps stand in, with the values at their ends and the unit. */
export function MapScale({ colours, range: [low, high], unit }: Props) {
  const gradient = useMemo(() => {
    const table = colourTable(colours);
    const colour = (i: number) => {
      const at = Math.round((i / stops) * (table.length / 3 - 1)) * 3;
      return `rgb(${table[at]} ${table[at + 1]} ${table[at + 2]})`;
    };
    return `linear-gradient(90deg, ${Array.from({ length: stops + 1 }, (_, i) => colour(i)).join(', ')})`;
  }, [colours]);
  return (
    <div className={styles.scale}>
      <div className={styles.colours} style={{ backgroundImage: gradient }} />
      <p className={styles.ends}>
        <span>{formatObjective(low)}</span>
        <span>{unit}</span>
        <span>{formatObjective(high)}</span>
      </p>
    </div>
  );
}
