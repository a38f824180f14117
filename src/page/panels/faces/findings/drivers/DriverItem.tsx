import { useMemo } from 'react';
import type { LayerEvidence } from '../../../../../shared/explain';
import { activationOf } from '../../../../../shared/raster/rankFilters';
import { openFilterFromFaces } from '../../../../flows/faces/openFilterFromFaces';
import { mapRange } from '../../../../paint/mapRange';
import { driverPicturesStore } from '../../../../state/driverPictures';
import { facesStore } from '../../../../state/faces';
import { useStore } from '../../../../state/useStore';
import { formatObjective } from '../../../../ui/format';
import { formatPercent } from '../../../../ui/formatPercent';
import { MapCanvas } from '../../../../ui/MapCanvas';
import { PictureCanvas } from '../../../../ui/PictureCanvas';
import styles from './Drivers.module.css';
import type { DriverRow } from './driverRows';

interface Props {
  readonly row: DriverRow;
  readonly evidence: LayerEvidence;
  /** Whether bench 1 can show this layer's filters. */
  readonly pictured: boolean;
}

/** One filter: where it fires on this face, what it looks for, and how much it adds. A click opens it in bench 1. */
export function DriverItem({ row, evidence, pictured }: Props) {
  const { filter, length } = row;
  const crop = useStore(facesStore, (state) => state.crop);
  const map = useMemo(() => activationOf(evidence, filter), [evidence, filter]);
  const range = useMemo(() => mapRange([map]), [map]);
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        disabled={!pictured}
        onClick={() => crop !== null && openFilterFromFaces(crop.network, evidence.layer, filter)}
      >
        {crop !== null && <MapCanvas picture={crop.input} map={map} range={range} className={styles.canvas} />}
        {pictured && <FilterPicture filter={filter} />}
        <span className={styles.words}>
          <span className={styles.name}>Filter {filter}</span>
          <span className={styles.bar} aria-hidden>
            <span style={{ scale: `${length} 1` }} />
          </span>
        </span>
        <Figures row={row} />
      </button>
    </li>
  );
}

function Figures({ row: { value, shareThere } }: { readonly row: DriverRow }) {
  if (shareThere === null) {
    return (
      <span className={styles.figures}>
        <span className="visually-hidden">share </span>
        {formatPercent(value)}
      </span>
    );
  }
  return (
    <span className={styles.figures}>
      <span className="visually-hidden">activation </span>
      {formatObjective(value)}
      <span className={styles.soft}>
        <span className="visually-hidden">share </span>
        {formatPercent(shareThere)}
      </span>
    </span>
  );
}

function FilterPicture({ filter }: { readonly filter: number }) {
  const source = useMemo(
    () => ({
      subscribe: driverPicturesStore.subscribe,
      read: () => driverPicturesStore.getState().tiles.get(filter) ?? null,
    }),
    [filter],
  );
  const begun = useStore(driverPicturesStore, ({ tiles }) => (tiles.get(filter)?.picture ?? null) !== null);
  const status = useStore(driverPicturesStore, ({ tiles }) => tiles.get(filter)?.status ?? null);
  const done = useStore(driverPicturesStore, ({ tiles }) => fraction(tiles.get(filter)));
  const finished = status === 'done' || status === 'dead' || status === 'failed' || status === null;
  return (
    <span className={styles.picture} data-status={status ?? 'none'}>
      {begun && status !== 'dead' && <PictureCanvas source={source} className={styles.canvas} />}
      {status === 'dead' && <span className={styles.word}>dead</span>}
      {status === 'failed' && <span className={styles.word}>failed</span>}
      {!finished && <span className={styles.progress} style={{ scale: `${done} 1` }} />}
    </span>
  );
}

/** In steps of a tenth: rows render again no oftener. */
const fraction = (tile: { readonly step: number; readonly steps: number } | undefined) =>
  tile === undefined ? 0 : Math.floor((10 * tile.step) / tile.steps) / 10;
