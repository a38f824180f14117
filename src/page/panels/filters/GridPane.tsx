import { tileCount } from '../../state/pageProgress';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { useCurrentNetwork } from '../../ui/useCurrentNetwork';
import styles from './GridPane.module.css';
import { GridProgress } from './GridProgress';
import { NetworkLoading } from './NetworkLoading';
import { Pager } from './Pager';
import { TileGrid } from './TileGrid';
import { countFilters, objectiveWords } from './tileNames';
import { useCurrentLayer } from './useCurrentLayer';
import { useFiltersInView } from './useFiltersInView';
import { usePageTurn } from './usePageTurn';

/** The middle of the bench: what is shown, how far it is, and the pictures. */
export function GridPane() {
  const network = useCurrentNetwork();
  const layer = useCurrentLayer();
  const filters = useFiltersInView();
  const turn = usePageTurn();
  const objective = useStore(selectionStore, (selection) => selection.settings.objective);
  if (layer === undefined || layer.filters === 0) return <NetworkLoading entry={network} />;
  const total = tileCount(layer.filters, objective);
  const first = filters[0] ?? 0;
  const last = filters.at(-1) ?? 0;
  const pager = total > filters.length && <Pager first={first} last={last} total={total} onTurn={turn} />;
  return (
    <section className={styles.pane} aria-label="Filters">
      <header className={styles.header}>
        <h1 className={styles.title}>{layer.name}</h1>
        <GridProgress filters={filters} />
        {pager && <div className={styles.pager}>{pager}</div>}
        <p className={styles.caption}>
          {layer.kind}, {countFilters(layer)} · below each: index, {objectiveWords(layer, objective)}
        </p>
      </header>
      <TileGrid filters={filters} layer={layer.name} onTurn={turn} />
      {pager && <div className={styles.pagerBelow}>{pager}</div>}
    </section>
  );
}
