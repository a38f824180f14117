import { unitOf } from '../../../../shared/unitOf';
import { axisTicks } from '../../../paint/axisTicks';
import { ColourScale } from '../../../ui/ColourScale';
import styles from '../../../ui/ColourScale.module.css';
import { useHeat } from './useHeat';

/** The scale of the map in view: its colours, its raw values and their unit. */
export function ColourBar() {
  const heat = useHeat();
  if (heat === null || heat.scale.high <= 0) return <div className={styles.scale} />;
  const { low, high, colours } = heat.scale;
  const own = heat.view.scale === 'own';
  // On its own scale a map reaches both ends: they are told exactly.
  const ticks = own ? [low, (low + high) / 2, high] : axisTicks(low, high);
  const words = [unitOf(heat.shown), 'transparent at 0', ...(own ? [] : ['one scale for all faces'])].join(' · ');
  return <ColourScale colours={colours} ends={[low, high]} ticks={ticks} words={words} />;
}
