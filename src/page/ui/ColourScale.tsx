import { useMemo } from 'react';
import { type ColourMapName, colourTable } from '../paint/colourMaps';
import { paintColourBar } from '../paint/paintColourBar';
import { mapViewStore } from '../state/mapView';
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
      <Colours colours={colours} signed={from < 0} />
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

/** 0.25, 12.5, −0.5: as short as three digits allow. */
function formatTick(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e4 || (size > 0 && size < 1e-3)) return formatObjective(value);
  return String(Number(value.toPrecision(3))).replace('-', '−');
}

function Colours({ colours, signed }: { readonly colours: ColourMapName; readonly signed: boolean }) {
  const painting = useMemo(
    (): Painting => ({
      stores: [mapViewStore],
      read: () => [mapViewStore.getState().opacity],
      paint: (canvas, { width, height }) => {
        canvas.width = width;
        canvas.height = height;
        const context = canvas.getContext('2d');
        const { opacity } = mapViewStore.getState();
        const table = colourTable(colours);
        if (context !== null) paintColourBar({ context, table, signed, opacity, x: 0, y: 0, width, height });
      },
    }),
    [colours, signed],
  );
  return <PaintedCanvas painting={painting} className={styles.colours} />;
}
