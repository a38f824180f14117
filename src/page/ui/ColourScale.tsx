import { useMemo } from 'react';
import { type ColourMapName, colourTable } from '../paint/colourMaps';
import { paintColourBar } from '../paint/paintColourBar';
import styles from './ColourScale.module.css';
import { formatObjective } from './format';
import { PaintedCanvas, type Painting } from './PaintedCanvas';

interface Props {
  readonly colours: ColourMapName;
  /** Values at the two ends. */
  readonly ends: readonly [number, number];
  readonly ticks: readonly number[];
  /** The values' unit, and what else there is to say. */
  readonly words: string;
}

/** The colours of a heat map with their values. */
export function ColourScale({ colours, ends: [from, to], ticks, words }: Props) {
  return (
    <div className={styles.scale}>
      <Colours colours={colours} />
      <ol className={styles.ticks} aria-label="Colour scale">
        {ticks.map((tick) => (
          <li key={tick} style={{ left: `${((tick - from) / (to - from)) * 100}%` }}>
            {formatTick(tick)}
          </li>
        ))}
      </ol>
      <p className={styles.unit}>{words}</p>
    </div>
  );
}

/** 0.25, 12.5, −0.5: as short as the number allows. */
function formatTick(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e4 || (size > 0 && size < 1e-3)) return formatObjective(value);
  return String(Number(value.toPrecision(4))).replace('-', '−');
}

function Colours({ colours }: { readonly colours: ColourMapName }) {
  const painting = useMemo(
    (): Painting => ({
      stores: [],
      read: () => [],
      paint: (canvas, { width, height }) => {
        canvas.width = width;
        canvas.height = height;
        const context = canvas.getContext('2d');
        if (context !== null) paintColourBar({ context, table: colourTable(colours), x: 0, y: 0, width, height });
      },
    }),
    [colours],
  );
  return <PaintedCanvas painting={painting} className={styles.colours} />;
}
