import { useMemo } from 'react';
import { selectionStore } from '../../state/selection';
import { tilesStore } from '../../state/tiles';
import { useStore } from '../../state/useStore';
import { PictureCanvas } from '../../ui/PictureCanvas';
import { Problem } from '../../ui/Problem';
import styles from './Inspector.module.css';
import { pictureSource } from './tileSources';

/** The filter's picture as large as the column allows, or why there is none. */
export function InspectorFigure({ filter }: { readonly filter: number }) {
  const source = useMemo(() => pictureSource(filter), [filter]);
  const layer = useStore(selectionStore, (selection) => selection.layer);
  const status = useStore(tilesStore, ({ tiles }) => tiles.get(filter)?.status ?? 'queued');
  const error = useStore(tilesStore, ({ tiles }) => tiles.get(filter)?.error ?? null);
  const begun = useStore(tilesStore, ({ tiles }) => (tiles.get(filter)?.picture ?? null) !== null);
  const silent = useStore(tilesStore, ({ tiles }) => tiles.get(filter)?.dead ?? false) && status !== 'dead';
  if (status === 'failed') {
    return (
      <Problem message={error ?? 'This filter failed.'} remedy="Start it again with another seed or other settings." />
    );
  }
  return (
    <div className={styles.figure} data-dead={status === 'dead'}>
      {status === 'dead' && (
        <p className={styles.notice}>
          <strong>Dead:</strong> nothing excites it from this start. Try another seed, or revive dead ReLUs for more
          steps.
        </p>
      )}
      {status !== 'dead' && !begun && <p className={styles.notice}>Waiting for its first step</p>}
      {silent && <p className={styles.notice}>No response to this start so far</p>}
      {status !== 'dead' && begun && !silent && (
        <PictureCanvas
          key={filter}
          source={source}
          className={styles.picture}
          label={`What excites filter ${filter} of ${layer ?? 'the layer'}`}
        />
      )}
    </div>
  );
}
