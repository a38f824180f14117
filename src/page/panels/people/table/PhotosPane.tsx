import { useMemo } from 'react';
import { peopleViewStore } from '../../../state/peopleView';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { useSource } from '../figures/useSource';
import { useStudyPhotos } from '../side/useStudyPhotos';
import { FilterBar } from './FilterBar';
import { PhotoTable } from './PhotoTable';
import { filterPhotos, photoRows, sortPhotos } from './photoRows';
import { SelectionBar } from './SelectionBar';
import styles from './Table.module.css';

/** Every photo with its figures. */
export function PhotosPane() {
  const photos = useStudyPhotos();
  const measured = useStore(studyStore, (state) => state.measured);
  const failures = useStore(studyStore, (state) => state.failures);
  const filter = useStore(peopleViewStore, (view) => view.filter);
  const order = useStore(peopleViewStore, (view) => view.order);
  const rows = useMemo(() => photoRows(photos, { measured, failures }), [photos, measured, failures]);
  const shown = useMemo(() => sortPhotos(filterPhotos(rows, filter), order), [rows, filter, order]);
  const source = useSource('share of the heat; each map on its own raw scale');
  return (
    <>
      <FilterBar photos={photos} shown={shown.length} />
      <SelectionBar photos={photos} />
      <PhotoTable rows={shown} />
      {measured.size > 0 && <p className={styles.source}>{source}</p>}
    </>
  );
}
