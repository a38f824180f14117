import { type RefObject, useEffect, useId, useRef } from 'react';
import type { LayerInfo } from '../../../shared/network';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import styles from './LayerList.module.css';
import { LayerRow } from './LayerRow';
import { useLayerRows } from './useLayerRows';
import { useListCursor } from './useListCursor';

interface Props {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly layers: readonly LayerInfo[];
  readonly onChoose: (layer: LayerInfo) => void;
}

/**
 * The layers one below the other, as a list box: arrow keys move, Enter shows. Only rows in view are in the document.
 */
export function LayerList({ ref, layers, onChoose }: Props) {
  const id = useId();
  const chosen = useStore(selectionStore, (selection) => selection.layer);
  const chosenIndex = layers.findIndex((layer) => layer.name === chosen);
  const rows = useLayerRows(ref, layers.length);
  const pick = (index: number) => {
    const layer = layers[index];
    setCursor(index);
    if (layer !== undefined && layer.filters > 0) onChoose(layer);
  };
  const { cursor, setCursor, keys } = useListCursor({
    count: layers.length,
    start: chosenIndex,
    onMove: (index) => rows.scrollToIndex(index),
    onChoose: pick,
  });
  const scroll = useRef(rows.scrollToIndex);
  useEffect(() => {
    if (chosenIndex >= 0) scroll.current(chosenIndex, { align: 'center' });
  }, [chosenIndex]);
  const row = (index: number, top: number) => {
    const layer = layers[index];
    if (layer === undefined) return null;
    const place = { id: `${id}-${index}`, top, position: index + 1, count: layers.length };
    const state = { chosen: index === chosenIndex, active: index === cursor, onChoose: () => pick(index) };
    return <LayerRow key={layer.name} layer={layer} {...place} {...state} />;
  };
  return (
    <div
      ref={ref}
      role="listbox"
      tabIndex={0}
      aria-label="Layers"
      aria-activedescendant={cursor < layers.length ? `${id}-${cursor}` : undefined}
      className={styles.list}
      onKeyDown={keys}
    >
      <div role="presentation" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => row(index, start))}
      </div>
    </div>
  );
}
