import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useId, useRef } from 'react';
import type { LayerInfo } from '../../../shared/network';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import styles from './LayerList.module.css';
import { LayerRow } from './LayerRow';
import { useListCursor } from './useListCursor';

interface Props {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly layers: readonly LayerInfo[];
  readonly onChoose: (layer: LayerInfo) => void;
}

const rowHeight = 48;

/** The layers one below the other, as a list box: arrow keys move, Enter shows. Only rows in view are in the document. */
export function LayerList({ ref, layers, onChoose }: Props) {
  const id = useId();
  const chosen = useStore(selectionStore, (selection) => selection.layer);
  const chosenIndex = layers.findIndex((layer) => layer.name === chosen);
  const rows = useVirtualizer({
    count: layers.length,
    getScrollElement: () => ref.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const scrollTo = useRef(rows.scrollToIndex);
  scrollTo.current = rows.scrollToIndex;
  const { cursor, setCursor, keys } = useListCursor({
    count: layers.length,
    start: chosenIndex,
    onMove: (index) => rows.scrollToIndex(index),
    onChoose: (index) => pick(layers[index]),
  });
  const pick = (layer: LayerInfo | undefined) => {
    if (layer !== undefined && layer.filters > 0) onChoose(layer);
  };
  useEffect(() => {
    if (chosenIndex >= 0) scrollTo.current(chosenIndex, { align: 'center' });
  }, [chosenIndex]);
  return (
    <div
      ref={ref}
      role="listbox"
      tabIndex={0}
      aria-label="Layers"
      aria-activedescendant={layers[cursor] === undefined ? undefined : `${id}-${cursor}`}
      className={styles.list}
      onKeyDown={keys}
    >
      <div role="presentation" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const layer = layers[index];
          return layer === undefined ? null : (
            <LayerRow
              key={layer.name}
              id={`${id}-${index}`}
              layer={layer}
              top={start}
              position={index + 1}
              count={layers.length}
              chosen={layer.name === chosen}
              active={index === cursor}
              onChoose={() => {
                setCursor(index);
                pick(layer);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
