import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { LayerInfo } from '../../../shared/network';
import { showLayer } from '../../flows/showLayer';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { showSheet } from '../../state/view';
import { formatCount } from '../../ui/format';
import { IconButton } from '../../ui/IconButton';
import { useCurrentNetwork } from '../../ui/useCurrentNetwork';
import { LayerList } from './LayerList';
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
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    const best = layers.find((layer) => layer.filters > 0);
    if (event.key === 'ArrowDown') list.current?.focus();
    else if (event.key === 'Enter' && best !== undefined) choose(best);
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else if (event.key === 'Escape' && event.currentTarget.closest('[role="dialog"]') === null)
      event.currentTarget.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className={styles.pane} aria-label="Layers">
      <div className={styles.search}>
        <Search aria-hidden className={styles.icon} />
        <input
          id="layer-search"
          type="search"
          className={styles.input}
          placeholder="Search layers"
          aria-label="Search layers by name or type"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={keys}
        />
        {query !== '' && (
          <IconButton
            className={styles.clear}
            label="Clear the search"
            icon={<X aria-hidden />}
            onClick={() => {
              setQuery('');
              document.getElementById('layer-search')?.focus();
            }}
          />
        )}
        <kbd className={styles.key} aria-hidden>
          /
        </kbd>
      </div>
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
