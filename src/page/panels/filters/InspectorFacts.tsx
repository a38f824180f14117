import { type ReactNode, useMemo } from 'react';
import { selectionStore } from '../../state/selection';
import { tilesStore } from '../../state/tiles';
import { useStore } from '../../state/useStore';
import { Curve } from '../../ui/Curve';
import { formatObjective } from '../../ui/format';
import styles from './Inspector.module.css';
import { curveSource } from './tileSources';

/** The open filter's numbers and the curve of its objective. */
export function InspectorFacts({ filter }: { readonly filter: number }) {
  const tile = useStore(tilesStore, ({ tiles }) => tiles.get(filter) ?? null);
  const settings = useStore(selectionStore, (selection) => selection.settings);
  const source = useMemo(() => curveSource(filter), [filter]);
  const objectives = tile?.objectives ?? [];
  const [first, last] = [objectives[0], objectives.at(-1)];
  const steps = tile?.steps ?? settings.steps;
  const spoken =
    first === undefined || last === undefined
      ? 'Objective over the steps: none yet'
      : `Objective over the steps: ${formatObjective(first)} at step 1, ${formatObjective(last)} at step ${objectives.length}`;
  return (
    <>
      <dl className={styles.facts}>
        <Fact name="Objective">{last === undefined ? '–' : formatObjective(last)}</Fact>
        <Fact name="Step">
          {tile?.step ?? 0} of {steps}
        </Fact>
        <Fact name="Seed">{tile?.seed ?? settings.seed}</Fact>
      </dl>
      <figure>
        <figcaption className={styles.curveTitle}>Objective before each step</figcaption>
        <Curve source={source} label={spoken} />
      </figure>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className={styles.factName}>{name}</dt>
      <dd className={styles.factValue}>{children}</dd>
    </div>
  );
}
