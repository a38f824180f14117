import { useMemo } from 'react';
import type { Tile } from '../../state/tiles';
import { Curve } from '../../ui/Curve';
import { formatObjective } from '../../ui/format';
import styles from './Inspector.module.css';
import { curveSource } from './tileSources';

interface Props {
  readonly filter: number;
  readonly tile: Tile | null;
}

/** The open filter's objective, step by step; nothing where it stopped before the first one. */
export function ObjectiveCurve({ filter, tile }: Props) {
  const source = useMemo(() => curveSource(filter), [filter]);
  const [first, last] = [tile?.objectives[0], tile?.objectives.at(-1)];
  if (first === undefined && (tile?.status === 'failed' || tile?.status === 'dead')) return null;
  const values =
    first === undefined || last === undefined
      ? 'none yet'
      : `${formatObjective(first)} at step 1, ${formatObjective(last)} at step ${tile?.objectives.length}`;
  return (
    <figure>
      <figcaption className={styles.curveTitle}>Objective before each step</figcaption>
      <Curve source={source} label={`Objective before each step: ${values}`} />
    </figure>
  );
}
