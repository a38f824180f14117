import { Paintbrush, ScanFace } from 'lucide-react';
import type { CSSProperties, MouseEvent } from 'react';
import { regions } from '../../../../shared/face';
import { percent } from '../../../../shared/people/figures';
import { openPhotoOn } from '../../../flows/people/openPhotoOn';
import { peopleViewStore } from '../../../state/peopleView';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { FaceMapCanvas } from '../figures/FaceMapCanvas';
import { useMargin } from '../figures/useMargin';
import { type PhotoRow, personOf } from './photoRows';
import { toggleSelected } from './select';
import styles from './Table.module.css';
import { Thumbnail } from './Thumbnail';

interface Props {
  readonly row: PhotoRow;
  /** Pixels from the top of the rows. */
  readonly top: number;
  readonly index: number;
  /** The largest share of heat in the table, for a common tint. */
  readonly most: number;
  readonly tabbable: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

/** One photo: its face, whose it is, who the network says it is, and where that was found. */
export function PhotoRowView({ row, top, index, most, tabbable, onFocus, onOpen }: Props) {
  const { photo, measured, failure } = row;
  const selected = useStore(peopleViewStore, (view) => view.selected.has(photo.id));
  const click = (event: MouseEvent) => {
    if ((event.target as Element).closest('button, input') === null) onOpen();
  };
  const name = photo.file.slice(photo.file.lastIndexOf('/') + 1);
  return (
    <tr
      tabIndex={tabbable ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-id={photo.id}
      data-open={measured !== null}
      className={styles.row}
      style={{ translate: `0 ${top}px` }}
      onClick={click}
      onFocus={onFocus}
    >
      <td className={styles.check}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${photo.file}`}
          checked={selected}
          onChange={() => toggleSelected(photo.id)}
        />
      </td>
      <td className={styles.face}>
        <Face id={photo.id} />
      </td>
      <th scope="row" className={styles.file} title={photo.file}>
        <span className={styles.person}>{personOf(row) || name}</span>
        <span className={styles.path}>{failure === null ? photo.file : failure.message}</span>
      </th>
      <td className={styles.group} title={photo.group ?? ''}>
        {photo.group ?? '–'}
      </td>
      <Answer row={row} />
      <td className={styles.map}>{measured !== null && <SmallMap measured={measured} />}</td>
      {regions.map((region) => (
        <td key={region} className={styles.heat} style={measured === null ? {} : tint(measured.regions[region] / most)}>
          {measured !== null && (measured.regions[region] * 100).toFixed(1)}
        </td>
      ))}
      <td className={styles.open}>{measured !== null && <OpenButtons id={photo.id} name={name} />}</td>
    </tr>
  );
}

/** How strongly a cell is coloured: the largest share of the table most. */
const tint = (share: number) => ({ '--heat': `${Math.round(share * 36)}%` }) as CSSProperties;

function Face({ id }: { readonly id: string }) {
  const blob = useStore(studyStore, ({ thumbnails }) => thumbnails.get(id));
  return blob === undefined ? (
    <span className={styles.noFace} />
  ) : (
    <Thumbnail blob={blob} className={styles.thumbnail} />
  );
}

function Answer({ row: { measured, failure } }: { readonly row: PhotoRow }) {
  const words = measured === null ? (failure === null ? 'not measured' : 'failed') : measured.label;
  return (
    <>
      <td className={styles.label} data-state={measured === null ? 'none' : String(measured.right)}>
        <span className={styles.answer} title={words}>
          {words}
        </span>
        {measured !== null && <span className={styles.phone}>{percent(measured.probability)}</span>}
        {measured?.right === false && <span className={styles.mark}>wrong</span>}
        {measured?.unknown === true && (
          <span className={styles.mark} title="Farther from everybody in the gallery than the network’s threshold">
            unknown
          </span>
        )}
      </td>
      <td className={styles.number}>{measured !== null && percent(measured.probability)}</td>
    </>
  );
}

function SmallMap({ measured: { map } }: { readonly measured: NonNullable<PhotoRow['measured']> }) {
  const margin = useMargin();
  let most = 0;
  let least = 0;
  for (const value of map.values) {
    most = Math.max(most, value);
    least = Math.min(least, value);
  }
  const signed = least < 0;
  const reach = Math.max(most, -least);
  return (
    <FaceMapCanvas
      map={map}
      margin={margin}
      colours={signed ? 'diverging' : 'inferno'}
      range={[signed ? -reach : 0, reach]}
      className={styles.thumbnail}
    />
  );
}

function OpenButtons({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Open ${name} on Faces`}
        title="Open on Faces"
        onClick={() => void openPhotoOn('faces', id)}
      >
        <ScanFace aria-hidden />
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Open ${name} on Masks`}
        title="Open on Masks"
        onClick={() => void openPhotoOn('masks', id)}
      >
        <Paintbrush aria-hidden />
      </button>
    </>
  );
}
