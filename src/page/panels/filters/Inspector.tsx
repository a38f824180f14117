import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { openFilter } from '../../flows/openFilter';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { IconButton } from '../../ui/IconButton';
import { useCurrentNetwork } from '../../ui/useCurrentNetwork';
import { closeFilter } from './closeFilter';
import styles from './Inspector.module.css';
import { InspectorActions } from './InspectorActions';
import { InspectorFacts } from './InspectorFacts';
import { InspectorFigure } from './InspectorFigure';
import { tileName } from './tileNames';
import { useFiltersInView } from './useFiltersInView';

/** One filter at large: picture, numbers, objective curve, and what can be done with it. */
export function Inspector({ filter }: { readonly filter: number }) {
  const layer = useStore(selectionStore, (selection) => selection.layer);
  const network = useCurrentNetwork()?.spec.name ?? '';
  const filters = useFiltersInView();
  const objective = useStore(selectionStore, (selection) => selection.settings.objective);
  const name = tileName(filter, objective);
  return (
    <section className={styles.inspector} aria-label={name}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h2 className={styles.title}>{name}</h2>
          <p className={styles.caption}>
            {layer} · {network}
          </p>
        </div>
        <IconButton
          label="Filter before"
          icon={<ChevronLeft aria-hidden />}
          disabled={!filters.includes(filter - 1)}
          onClick={() => openFilter(filter - 1)}
        />
        <IconButton
          label="Filter after"
          icon={<ChevronRight aria-hidden />}
          disabled={!filters.includes(filter + 1)}
          onClick={() => openFilter(filter + 1)}
        />
        <IconButton label="Close the inspector" icon={<X aria-hidden />} onClick={closeFilter} />
      </header>
      <InspectorFigure filter={filter} />
      <InspectorFacts filter={filter} />
      <InspectorActions key={filter} filter={filter} />
    </section>
  );
}
