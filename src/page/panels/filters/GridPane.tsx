import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { useCurrentNetwork } from '../../ui/useCurrentNetwork';
import styles from './GridPane.module.css';
import { GridProgress } from './GridProgress';
import { NetworkLoading } from './NetworkLoading';
import { Pager } from './Pager';
import { TileGrid } from './TileGrid';
import { useCurrentLayer } from './useCurrentLayer';
import { useFiltersInView } from './useFiltersInView';
import { usePageTurn } from './usePageTurn';

/** The middle of the bench: what is shown, how far it is, and the pictures. */
export function GridPane() {
  const network = useCurrentNetwork();
  const layer = useCurrentLayer();
  const filters = useFiltersInView();
  const turn = usePageTurn();
  if (layer === undefined || layer.filters === 0) return <NetworkLoading entry={network} />;
  const first = filters[0] ?? 0;
  const last = filters.at(-1) ?? 0;
  const pager = layer.filters > filters.length && (
    <Pager first={first} last={last} total={layer.filters} onTurn={turn} />
  );
  return (
    <section className={styles.pane} aria-label="Filters">
      <header className={styles.header}>
        <div className={styles.heading}>
          <h1 className={styles.title}>{layer.name}</h1>
          <p className={styles.caption}>
            {layer.kind}, {layer.filters} filters{!pager && <Objective />}
          </p>
        </div>
        <GridProgress filters={filters} />
        {pager && <div className={styles.pagerAbove}>{pager}</div>}
      </header>
      <TileGrid filters={filters} layer={layer.name} onTurn={turn} />
      {pager && <div className={styles.pagerBelow}>{pager}</div>}
    </section>
  );
}

/** What the numbers under the tiles are. */
function Objective() {
  const objective = useStore(selectionStore, (selection) => selection.settings.objective);
  const words = { channel: 'mean activation', neuron: 'middle activation', layer: 'mean squared activation' };
  return ` · below each: index, ${words[objective]}`;
}
