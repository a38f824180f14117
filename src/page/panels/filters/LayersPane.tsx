import { useRef, useState } from 'react';
import type { LayerInfo } from '../../../shared/network';
import { showLayer } from '../../flows/showLayer';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { showSheet } from '../../state/view';
import { formatCount } from '../../ui/format';
import { useCurrentNetwork } from '../../ui/useCurrentNetwork';
import { LayerList } from './LayerList';
import { LayerSearch } from './LayerSearch';
import styles from './LayersPane.module.css';
import { searchLayers } from './searchLayers';

/** The layers of the network in view; another network begins with an empty search. */
export function LayersPane() {
  const network = useStore(selectionStore, (selection) => selection.network);
  return <NetworkLayers key={network} />;
}

/** The network's layers as in a Keras summary: searchable, with the total at the foot. */
function NetworkLayers() {
  const loaded = useCurrentNetwork()?.loaded ?? null;
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const layers = searchLayers(loaded?.layers ?? [], query);
  const found = layers.length;
  const choose = (layer: LayerInfo) => {
    showSheet(null);
    void showLayer({ network: selectionStore.getState().network, layer: layer.name });
  };
  const best = layers.find((layer) => layer.filters > 0);
  return (
    <section className={styles.pane} aria-label="Layers">
      <LayerSearch
        query={query}
        onChange={setQuery}
        onDown={() => list.current?.focus()}
        onEnter={() => best !== undefined && choose(best)}
      />
      <div className={styles.columns} aria-hidden>
        <span>Layer and type</span>
        <span>Parameters and output</span>
      </div>
      {layers.length > 0 ? (
        <LayerList ref={list} layers={layers} onChoose={choose} />
      ) : (
        <p className={styles.none}>{loaded === null ? 'Listed once the network is read.' : 'No layer matches.'}</p>
      )}
      {loaded !== null && (
        <p className={styles.total}>
          <span>
            {found === loaded.layers.length ? `${found} layers` : `${found} of ${loaded.layers.length} layers`}
          </span>
          <span>
            <span className="visually-hidden">Total </span>
            {formatCount(loaded.info.parameters)} parameters
          </span>
        </p>
      )}
    </section>
  );
}
