import { TriangleAlert } from 'lucide-react';
import { memo, useMemo } from 'react';
import { openFilter } from '../../flows/openFilter';
import { selectionStore } from '../../state/selection';
import { type Tile, tilesStore } from '../../state/tiles';
import { useStore } from '../../state/useStore';
import { formatObjective } from '../../ui/format';
import { PictureCanvas } from '../../ui/PictureCanvas';
import { describeTile } from './describeTile';
import styles from './FilterTile.module.css';
import { pictureSource } from './tileSources';

interface Props {
  readonly filter: number;
  /** The one tile of the grid that the Tab key reaches. */
  readonly tabbable: boolean;
}

/** One filter in the grid: its picture as it sharpens, its index, its objective, its progress. */
export const FilterTile = memo(function FilterTile({ filter, tabbable }: Props) {
  const tile = useStore(tilesStore, ({ tiles }) => tiles.get(filter) ?? null);
  const open = useStore(selectionStore, (selection) => selection.filter === filter);
  return (
    <button
      type="button"
      className={styles.tile}
      data-filter={filter}
      data-status={tile?.status ?? 'queued'}
      tabIndex={tabbable ? 0 : -1}
      aria-label={describeTile(filter, tile)}
      aria-pressed={open}
      onClick={() => openFilter(open ? null : filter)}
    >
      <span className={styles.frame}>
        <TileFace filter={filter} tile={tile} />
      </span>
      <span className={styles.caption}>
        <span className={styles.index}>{filter}</span>
        <span>{tile === null ? '' : captionValue(tile)}</span>
      </span>
    </button>
  );
});

function TileFace({ filter, tile }: { readonly filter: number; readonly tile: Tile | null }) {
  const source = useMemo(() => pictureSource(filter), [filter]);
  if (tile?.status === 'dead') return <span className={styles.word}>dead</span>;
  if (tile?.status === 'failed') return <TriangleAlert className={styles.failed} aria-hidden />;
  if (tile === null || tile.picture === null) return null;
  return (
    <>
      <PictureCanvas source={source} className={styles.picture} />
      {tile.status !== 'done' && <span className={styles.bar} style={{ scale: `${tile.step / tile.steps} 1` }} />}
    </>
  );
}

function captionValue(tile: Tile): string {
  if (tile.status === 'dead' || tile.status === 'failed') return '–';
  const objective = tile.objectives.at(-1);
  return objective === undefined ? '' : formatObjective(objective);
}
