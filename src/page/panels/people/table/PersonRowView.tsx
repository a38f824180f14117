import { type MouseEvent, useMemo } from 'react';
import { regions } from '../../../../shared/face';
import { averageMaps } from '../../../../shared/people/averageMaps';
import { count, percent } from '../../../../shared/people/figures';
import { peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { EnrolButton } from './EnrolButton';
import { FaceOf } from './FaceOf';
import { HeatCells } from './HeatCells';
import { OpenButtons } from './OpenButtons';
import { idsOf, missingWords, type PersonRow } from './personRows';
import type { RowPlace } from './RowGrid';
import { SmallMap } from './SmallMap';
import { toggleAll } from './select';
import styles from './Table.module.css';
import { Why } from './Why';

interface Props extends RowPlace {
  readonly row: PersonRow;
  /** The largest share of heat in the table, for a common tint. */
  readonly most: number;
  readonly onOpen: () => void;
}

/** One person: what the photos have in common, and why some are in no figure. Opened is the first that was measured. */
export function PersonRowView({ row, top, index, most, tabbable, onFocus, onOpen }: Props) {
  const { id, person, group, photos, measured } = row;
  const ids = idsOf(row);
  const selected = useStore(peopleViewStore, (view) => ids.every((photo) => view.selected.has(photo)));
  const map = useMemo(() => averageMaps(photos)?.mean ?? null, [photos]);
  const first = photos[0]?.id ?? null;
  const missing = missingWords(row);
  const click = (event: MouseEvent) => {
    if ((event.target as Element).closest('button, input') === null) onOpen();
  };
  return (
    <tr
      tabIndex={tabbable ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-id={id}
      data-open={first !== null}
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
          onChange={() => toggleAll(ids)}
        />
      </td>
      <td className={styles.face}>{first === null ? <span className={styles.noFace} /> : <FaceOf id={first} />}</td>
      <th scope="row" className={styles.file} title={person}>
        <span className={styles.person}>{person}</span>
        {missing === null || measured === null ? (
          <span className={styles.phonePath}>{count(ids.length, 'photo')}</span>
        ) : (
          <span className={styles.reason} title={missing}>
            {missing}
          </span>
        )}
      </th>
      <td className={styles.group} title={group ?? ''}>
        {group ?? '–'}
      </td>
      {measured === null || first === null ? (
        <Why text={missing ?? ''} span={6 + regions.length} />
      ) : (
        <>
          <Answer row={row} measured={measured} />
          <td className={styles.map}>{map !== null && <SmallMap map={map} />}</td>
          <HeatCells shares={measured.regions} most={most} />
          <td className={styles.open}>
            <OpenButtons id={first} name={`the first photo of ${person}`} tabbable={tabbable} />
            <EnrolButton row={row} tabbable={tabbable} />
          </td>
        </>
      )}
    </tr>
  );
}

interface AnswerProps {
  readonly row: PersonRow;
  readonly measured: NonNullable<PersonRow['measured']>;
}

function Answer({ row, measured: { recognised, probability } }: AnswerProps) {
  const { person, label, labelled, photos, failed, waiting } = row;
  const words = labelled === photos.length ? label : `${label} (${labelled} of ${photos.length})`;
  const listed = [
    `${photos.length}`,
    ...(waiting.length === 0 ? [] : [`${waiting.length} waiting`]),
    ...(failed.length === 0 ? [] : [`${failed.length} failed`]),
  ].join(', and ');
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
          aria-label={`List the photos of ${person}: ${listed}`}
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
