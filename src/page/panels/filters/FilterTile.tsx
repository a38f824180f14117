import { TriangleAlert } from 'lucide-react';
import { memo, useMemo } from 'react';
import { openFilter } from '../../flows/openFilter';
import { selectionStore } from '../../state/selection';
import { type Tile, tilesStore } from '../../state/tiles';
import { useStore } from '../../state/useStore';
import { PictureCanvas } from '../../ui/PictureCanvas';
import styles from './FilterTile.module.css';
import { tileName } from './tileNames';
import { pictureSource } from './tileSources';
import { tileWords } from './tileWords';

interface Props {
  readonly filter: number;
  /** The one tile of the grid that the Tab key reaches. */
  readonly tabbable: boolean;
}

/** One filter in the grid: its picture as it sharpens, its index, its objective, its progress. */
export const FilterTile = memo(function FilterTile({ filter, tabbable }: Props) {
  const tile = useStore(tilesStore, ({ tiles }) => tiles.get(filter) ?? null);
  const objective = useStore(selectionStore, (selection) => selection.settings.objective);
  const steps = useStore(selectionStore, (selection) => selection.settings.steps);
  // Told to go on, now or at an earlier visit.
  const beyond = tile !== null && tile.step > steps && tile.status !== 'dead';
  const name = tileName(filter, objective);
  const { value, sentence } = tileWords(name, tile);
  const open = useStore(selectionStore, (selection) => selection.filter === filter);
  return (
    <button
      type="button"
      className={styles.tile}
      data-filter={filter}
      data-status={tile?.status ?? 'queued'}
      tabIndex={tabbable ? 0 : -1}
      aria-pressed={open}
      onClick={() => openFilter(open ? null : filter)}
    >
      <span className={styles.frame}>
        <TileFace filter={filter} tile={tile} />
        {beyond && (
          <span className={styles.steps} aria-hidden>
            {tile?.step} steps
          </span>
        )}
      </span>
      <span className="visually-hidden">{sentence}</span>
      <span className={styles.caption} aria-hidden>
        <span className={styles.index}>{objective === 'layer' ? 'all' : filter}</span>
        <span>{value}</span>
      </span>
    </button>
  );
});

function TileFace({ filter, tile }: { readonly filter: number; readonly tile: Tile | null }) {
  const source = useMemo(() => pictureSource(filter), [filter]);
  if (tile?.status === 'dead')
    return (
      <span className={styles.word} aria-hidden>
        dead
      </span>
    );
  if (tile?.status === 'failed') return <TriangleAlert className={styles.failed} aria-hidden />;
  if (tile === null || tile.picture === null) return null;
  return (
    <>
      {tile.dead ? (
        <span className={styles.word}>no response</span>
      ) : (
        <PictureCanvas source={source} className={styles.picture} />
      )}
      {tile.status !== 'done' && <span className={styles.bar} style={{ scale: `${tile.step / tile.steps} 1` }} />}
    </>
  );
}
