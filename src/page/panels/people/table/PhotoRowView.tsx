import type { MouseEvent } from 'react';
import { regions } from '../../../../shared/face';
import { percent } from '../../../../shared/people/figures';
import { peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { joinClasses } from '../../../ui/joinClasses';
import { FaceOf } from './FaceOf';
import { HeatCells } from './HeatCells';
import { OpenButtons } from './OpenButtons';
import { type PhotoRow, personOf } from './photoRows';
import type { RowPlace } from './RowGrid';
import { SmallMap } from './SmallMap';
import { toggleSelected } from './select';
import styles from './Table.module.css';
import { Why } from './Why';

interface Props extends RowPlace {
  readonly row: PhotoRow;
  /** The largest share of heat in the table, for a common tint. */
  readonly most: number;
  readonly onOpen: () => void;
}

/** One photo: its face, whose it is, who the network says it is, and where that was found. */
export function PhotoRowView({ row, top, index, most, tabbable, onFocus, onOpen }: Props) {
  const { photo, measured } = row;
  const selected = useStore(peopleViewStore, (view) => view.selected.has(photo.id));
  const click = (event: MouseEvent) => {
    if ((event.target as Element).closest('button, input') === null) onOpen();
  };
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
        <FaceOf id={photo.id} />
      </td>
      <Names row={row} />
      <td className={styles.group} title={photo.group ?? ''}>
        {photo.group ?? '–'}
      </td>
      {row.failure === null ? (
        <Figures row={row} most={most} tabbable={tabbable} />
      ) : (
        <Why text={`Failed. ${row.failure.message} ${row.failure.remedy}`} span={4 + regions.length} />
      )}
    </tr>
  );
}

/** What was measured, and the way to the other benches. */
function Figures({ row, most, tabbable }: Pick<Props, 'row' | 'most' | 'tabbable'>) {
  const { photo, measured } = row;
  return (
    <>
      <Answer row={row} />
      <td className={styles.map}>{measured !== null && <SmallMap map={measured.map} />}</td>
      <HeatCells shares={measured?.regions ?? null} most={most} />
      <td className={styles.open}>
        {measured !== null && <OpenButtons id={photo.id} name={baseName(photo.file)} tabbable={tabbable} />}
      </td>
    </>
  );
}

const baseName = (file: string) => file.slice(file.lastIndexOf('/') + 1);

/** The file, and whose photo it is: on a phone in one cell. */
function Names({ row }: { readonly row: PhotoRow }) {
  const { photo, measured } = row;
  const person = personOf(row);
  const name = baseName(photo.file);
  const faces = measured?.faces ?? 1;
  return (
    <>
      <th scope="row" className={styles.file} title={photo.file}>
        <span className={joinClasses(styles.person, styles.fileName)}>{name}</span>
        <span className={joinClasses(styles.person, styles.phonePerson)}>{person || name}</span>
        <span className={joinClasses(styles.path, name === photo.file && styles.phonePath)}>{photo.file}</span>
        {faces > 1 && <span className={styles.path}>largest of {faces} faces</span>}
      </th>
      <td className={styles.whose} title={person}>
        {person || '–'}
      </td>
    </>
  );
}

function Answer({ row: { measured } }: { readonly row: PhotoRow }) {
  const words = measured === null ? 'waits' : measured.label;
  return (
    <>
      <td className={styles.label} data-state={measured === null ? 'none' : String(measured.right)}>
        <span className={styles.answer} title={words}>
          {words}
        </span>
        {measured !== null && <span className={styles.phone}>{percent(measured.probability)}</span>}
        {measured?.right === false && <span className={styles.mark}>wrong</span>}
        {measured?.enrolled === true && (
          <span className={styles.known} title="The gallery holds this very photo: its name is right by definition">
            in the gallery
          </span>
        )}
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
