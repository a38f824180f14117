import { useMemo } from 'react';
import { axisTicks } from '../../../paint/axisTicks';
import { type ColourMapName, colourTable } from '../../../paint/colourMaps';
import { paintColourBar } from '../../../paint/paintColourBar';
import { formatObjective } from '../../../ui/format';
import { PaintedCanvas, type Painting } from '../../../ui/PaintedCanvas';
import { unitOf } from '../../../ui/unitOf';
import styles from './ColourBar.module.css';
import { type Heat, useHeat } from './useHeat';

/** The scale of the map in view: its colours, its raw values and their unit. */
export function ColourBar() {
  const heat = useHeat();
  if (heat === null || heat.scale.high <= 0) return <div className={styles.scale} />;
  const { low, high, colours } = heat.scale;
  const own = heat.view.scale === 'own';
  const ticks = own ? (low < 0 ? [-1, -0.5, 0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]) : axisTicks(low, high);
  const [from, to] = own ? [low / high, 1] : [low, high];
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
      <p className={styles.unit}>{scaleInWords(heat)}</p>
    </div>
  );
}

/** 0.25, 12.5, −0.5: as short as the number allows. */
function formatTick(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e4 || (size > 0 && size < 1e-3)) return formatObjective(value);
  return String(Number(value.toPrecision(4))).replace('-', '−');
}

function scaleInWords({ shown, scale, view }: Heat): string {
  const most = `${formatObjective(scale.high)} ${unitOf(shown)}`;
  return view.scale === 'own' ? `× largest value, ${most}` : `raw values, ${unitOf(shown)}; one scale for all faces`;
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
