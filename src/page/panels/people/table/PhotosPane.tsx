import { useMemo } from 'react';
import type { StudyPhoto } from '../../../../shared/people';
import { peopleViewStore } from '../../../state/peopleView';
import { type StudyState, studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { usePacedStore } from '../../../ui/usePacedStore';
import { useSource } from '../figures/useSource';
import { measuredOf, redrawPause } from '../side/redrawPause';
import { useStudyPhotos } from '../side/useStudyPhotos';
import { EnrolSheet } from './EnrolSheet';
import { FilterBar } from './FilterBar';
import { PersonTable } from './PersonTable';
import { PhotoTable } from './PhotoTable';
import { countPersons, filterPersons, personRows, sortPersons } from './personRows';
import { filterPhotos, type PhotoRow, photoRows, sortPhotos } from './photoRows';
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
      <FilterBar
        photos={photos}
        shown={shown.length}
        total={rows.length}
        failed={failedAmong(shown)}
        allFailed={failures.size}
      />
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
    () => personRows(inOrder(photos, measured), notMeasured(photos, { measured, failures })),
    [photos, measured, failures],
  );
  const shown = useMemo(() => sortPersons(filterPersons(rows, filter), order), [rows, filter, order]);
  return (
    <>
      <FilterBar
        photos={photos}
        shown={countPersons(shown)}
        total={countPersons(rows)}
        failed={shown.reduce((sum, { failed }) => sum + failed.length, 0)}
        allFailed={failures.size}
      />
      <SelectionBar photos={photos} />
      <PersonTable rows={shown} />
    </>
  );
}

/** Measured photos in the order in which they were added, not in that in which they were done. */
const inOrder = <Measured,>(photos: readonly StudyPhoto[], measured: ReadonlyMap<string, Measured>) =>
  photos.flatMap(({ id }) => measured.get(id) ?? []);

const failedAmong = (rows: readonly PhotoRow[]) => rows.filter(({ failure }) => failure !== null).length;

/** Photos that failed, and those that wait. */
const notMeasured = (photos: readonly StudyPhoto[], study: Pick<StudyState, 'measured' | 'failures'>) => {
  const rows = photoRows(photos, study);
  return {
    failures: rows.flatMap(({ photo, failure }) => (failure === null ? [] : [{ photo, failure }])),
    waiting: rows.filter(({ measured, failure }) => measured === null && failure === null).map(({ photo }) => photo),
  };
};
