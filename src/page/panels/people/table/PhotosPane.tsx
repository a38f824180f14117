import { useMemo } from 'react';
import type { StudyFailure, StudyPhoto } from '../../../../shared/people';
import { peopleViewStore } from '../../../state/peopleView';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { usePacedStore } from '../../../ui/usePacedStore';
import { useSource } from '../figures/useSource';
import { measuredOf, redrawPause } from '../side/redrawPause';
import { useStudyPhotos } from '../side/useStudyPhotos';
import { EnrolSheet } from './EnrolSheet';
import { FilterBar } from './FilterBar';
import { PersonTable } from './PersonTable';
import { PhotoTable } from './PhotoTable';
import { filterPersons, type PersonRow, personRows, sortPersons } from './personRows';
import { filterPhotos, photoRows, sortPhotos } from './photoRows';
import { SelectionBar } from './SelectionBar';
import styles from './Table.module.css';

/** Every photo with its figures, or every person with the means of theirs. */
export function PhotosPane() {
  const photos = useStudyPhotos();
  const list = useStore(peopleViewStore, (view) => view.list);
  const measured = useStore(studyStore, (state) => state.measured.size > 0);
  const source = useSource(`share of the heat${scaleOf[list]}`);
  return (
    <>
      {list === 'photos' ? <Photos photos={photos} /> : <Persons photos={photos} />}
      <EnrolSheet />
      {measured && <p className={styles.source}>{source}</p>}
    </>
  );
}

const scaleOf = {
  photos: '; each map on its own raw scale',
  persons: ', mean over the person’s photos; each map on its own raw scale',
} as const;

interface Props {
  readonly photos: readonly StudyPhoto[];
}

function Photos({ photos }: Props) {
  const measured = usePacedStore(studyStore, measuredOf, redrawPause(photos));
  const failures = useStore(studyStore, (state) => state.failures);
  const filter = useStore(peopleViewStore, (view) => view.filter);
  const order = useStore(peopleViewStore, (view) => view.order);
  const rows = useMemo(() => photoRows(photos, { measured, failures }), [photos, measured, failures]);
  const shown = useMemo(() => sortPhotos(filterPhotos(rows, filter), order), [rows, filter, order]);
  return (
    <>
      <FilterBar photos={photos} shown={shown.length} total={rows.length} failed={failures.size} />
      <SelectionBar photos={photos} />
      <PhotoTable rows={shown} />
    </>
  );
}

function Persons({ photos }: Props) {
  const measured = usePacedStore(studyStore, measuredOf, redrawPause(photos));
  const failures = useStore(studyStore, (state) => state.failures);
  const filter = useStore(peopleViewStore, (view) => view.filter);
  const order = useStore(peopleViewStore, (view) => view.personOrder);
  const rows = useMemo(
    () => personRows(inOrder(photos, measured), failedOf(photos, failures)),
    [photos, measured, failures],
  );
  const shown = useMemo(() => sortPersons(filterPersons(rows, filter), order), [rows, filter, order]);
  return (
    <>
      <FilterBar photos={photos} shown={persons(shown)} total={persons(rows)} failed={failures.size} />
      <SelectionBar photos={photos} />
      <PersonTable rows={shown} />
    </>
  );
}

/** Measured photos in the order in which they were added, not in that in which they were done. */
const inOrder = <Measured,>(photos: readonly StudyPhoto[], measured: ReadonlyMap<string, Measured>) =>
  photos.flatMap(({ id }) => measured.get(id) ?? []);

/** A file that failed, whose photo nobody said it is, is no person. */
const persons = (rows: readonly PersonRow[]) => rows.filter(({ measured }) => measured !== null).length;

const failedOf = (photos: readonly StudyPhoto[], failures: ReadonlyMap<string, StudyFailure>) =>
  photos.flatMap((photo) => {
    const failure = failures.get(photo.id);
    return failure === undefined ? [] : [{ photo, failure }];
  });
