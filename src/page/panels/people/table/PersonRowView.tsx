import { type MouseEvent, useMemo } from 'react';
import { averageMaps } from '../../../../shared/people/averageMaps';
import { count, percent } from '../../../../shared/people/figures';
import { peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { FaceOf } from './FaceOf';
import { HeatCells } from './HeatCells';
import { OpenButtons } from './OpenButtons';
import type { PersonRow } from './personRows';
import type { RowPlace } from './RowGrid';
import { SmallMap } from './SmallMap';
import { toggleAll } from './select';
import styles from './Table.module.css';

interface Props extends RowPlace {
  readonly row: PersonRow;
  /** The largest share of heat in the table, for a common tint. */
  readonly most: number;
  readonly onOpen: () => void;
}

/** One person: what the photos have in common. Opened is the first of them. */
export function PersonRowView({ row, top, index, most, tabbable, onFocus, onOpen }: Props) {
  const { id, person, group, photos, measured } = row;
  const selected = useStore(peopleViewStore, (view) => photos.every((photo) => view.selected.has(photo.id)));
  const map = useMemo(() => averageMaps(photos)?.mean ?? null, [photos]);
  const first = photos[0]?.id ?? '';
  const click = (event: MouseEvent) => {
    if ((event.target as Element).closest('button, input') === null) onOpen();
  };
  return (
    <tr
      tabIndex={tabbable ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-id={id}
      data-open
      className={styles.row}
      style={{ translate: `0 ${top}px` }}
      onClick={click}
      onFocus={onFocus}
    >
      <td className={styles.check}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select all photos of ${person}`}
          checked={selected}
          onChange={() => toggleAll(photos.map((photo) => photo.id))}
        />
      </td>
      <td className={styles.face}>
        <FaceOf id={first} />
      </td>
      <th scope="row" className={styles.file} title={person}>
        <span className={styles.person}>{person}</span>
        <span className={styles.phonePath}>{count(photos.length, 'photo')}</span>
      </th>
      <td className={styles.group} title={group ?? ''}>
        {group ?? '–'}
      </td>
      <Answer row={row} />
      <td className={styles.map}>{map !== null && <SmallMap map={map} />}</td>
      <HeatCells shares={measured.regions} most={most} />
      <td className={styles.open}>
        <OpenButtons id={first} name={`the first photo of ${person}`} tabbable={tabbable} />
      </td>
    </tr>
  );
}

function Answer({ row }: { readonly row: PersonRow }) {
  const { person, label, labelled, photos, measured } = row;
  const words = labelled === photos.length ? label : `${label} (${labelled} of ${photos.length})`;
  const { recognised, probability } = measured;
  return (
    <>
      <td className={styles.label}>
        <span className={styles.answer} title={words}>
          {words}
        </span>
        <span className={styles.phone}>{percent(probability)}</span>
      </td>
      <td className={styles.number}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.list}
          aria-label={`List the photos of ${person}: ${photos.length}`}
          title="List the photos"
          onClick={() => listPhotos(row)}
        >
          {photos.length}
        </button>
      </td>
      <td className={styles.number}>{recognised === null ? '–' : percent(recognised)}</td>
      <td className={styles.number}>{percent(probability)}</td>
    </>
  );
}

const listPhotos = ({ person, group }: PersonRow): void =>
  peopleViewStore.setState({ list: 'photos', filter: { words: person, group: group ?? '', state: 'all' } });
