import { axisTicks } from '../../../paint/axisTicks';
import { ColourScale } from '../../../ui/ColourScale';
import styles from '../../../ui/ColourScale.module.css';
import { formatObjective } from '../../../ui/format';
import { unitOf } from '../../../ui/unitOf';
import { type Heat, useHeat } from './useHeat';

/** The scale of the map in view: its colours, its raw values and their unit. */
export function ColourBar() {
  const heat = useHeat();
  if (heat === null || heat.scale.high <= 0) return <div className={styles.scale} />;
  const { low, high, colours } = heat.scale;
  const own = heat.view.scale === 'own';
  const ticks = own ? (low < 0 ? [-1, -0.5, 0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]) : axisTicks(low, high);
  const ends = own ? ([low / high, 1] as const) : ([low, high] as const);
  return <ColourScale colours={colours} ends={ends} ticks={ticks} words={scaleInWords(heat)} />;
}

function scaleInWords({ shown, scale, view }: Heat): string {
  const most = `${formatObjective(scale.high)} ${unitOf(shown)}`;
  return view.scale === 'own' ? `× largest value, ${most}` : `raw values, ${unitOf(shown)}; one scale for all faces`;
}
