import type { ReactNode } from 'react';
import { selectionStore } from '../../state/selection';
import { tilesStore } from '../../state/tiles';
import { useStore } from '../../state/useStore';
import { formatObjective } from '../../ui/format';
import styles from './Inspector.module.css';
import { ObjectiveCurve } from './ObjectiveCurve';

/** The open filter's numbers and the curve of its objective. */
export function InspectorFacts({ filter }: { readonly filter: number }) {
  const tile = useStore(tilesStore, ({ tiles }) => tiles.get(filter) ?? null);
  const settings = useStore(selectionStore, (selection) => selection.settings);
  const last = tile?.objectives.at(-1);
  return (
    <>
      <dl className={styles.facts}>
        <Fact name="Objective">{last === undefined ? '–' : formatObjective(last)}</Fact>
        <Fact name="Step">
          {tile?.step ?? 0} of {tile?.steps ?? settings.steps}
        </Fact>
        <Fact name="Seed">{tile?.seed ?? settings.seed}</Fact>
      </dl>
      <ObjectiveCurve filter={filter} tile={tile} />
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
