import { Table2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { takeGroupsTables } from '../../../flows/people/takeGroupsTables';
import { peopleViewStore } from '../../../state/peopleView';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { Section } from '../../../ui/Section';
import { usePacedStore } from '../../../ui/usePacedStore';
import { GroupsList } from './GroupsList';
import { groupCounts } from './groupCounts';
import { LabelHistory } from './LabelHistory';
import { measuredOf, redrawPause } from './redrawPause';
import styles from './Side.module.css';
import { SpellingsList } from './SpellingsList';
import { StudyFolders } from './StudyFolders';
import { TableReport } from './TableReport';
import { useStudyPhotos } from './useStudyPhotos';

/** Who is in which group: by the user's word only. */
export function GroupsSection() {
  const photos = useStudyPhotos();
  const measured = usePacedStore(studyStore, measuredOf, redrawPause(photos));
  const failures = useStore(studyStore, (state) => state.failures);
  const counts = useMemo(() => groupCounts(photos, { measured, failures }), [photos, measured, failures]);
  const table = useStore(peopleViewStore, (view) => view.table);
  // Of another study the folders are others, though their levels be as many.
  const study = useStore(studyStore, (state) => state.photos[0]?.id);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Section title="Groups" aside={<LabelHistory />}>
      <GroupsList counts={counts} />
      <SpellingsList photos={photos} measured={measured} />
      <div className={styles.buttons}>
        <Button icon={<Table2 aria-hidden />} onClick={() => input.current?.click()}>
          Groups from a table
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,text/csv"
          aria-label="Table of groups"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file !== undefined) void takeGroupsTables([file]);
          }}
        />
      </div>
      {table !== null && <TableReport table={table} />}
      <StudyFolders key={study} />
      <p className={styles.note}>
        A table is CSV: file name, person, group. Or select photos in the list and name their group there. Fovea guesses
        nobody’s group.
      </p>
    </Section>
  );
}
