import { useEffect } from 'react';
import { openStudy } from '../../flows/people/openStudy';
import { peopleViewStore } from '../../state/peopleView';
import { studyStore } from '../../state/study';
import { useStore } from '../../state/useStore';
import { useMediaQuery } from '../../ui/useMediaQuery';
import styles from './PeoplePanel.module.css';
import { PeopleTools } from './PeopleTools';
import { ReportSheet } from './report/ReportSheet';
import { StudyTabs } from './StudyTabs';
import { SidePane } from './side/SidePane';
import { ElsewherePane } from './start/ElsewherePane';
import { EmptyPeople } from './start/EmptyPeople';

/** The People bench: photos of many people beside what a network makes of them, one by one and in groups. */
export function PeoplePanel() {
  const wide = useMediaQuery('(min-width: 1200px)');
  const draft = useStore(peopleViewStore, (view) => view.draft.length > 0);
  const study = useStore(studyStore, (state) => state.settings !== null);
  const ready = useStore(studyStore, (state) => state.ready);
  const elsewhere = useStore(studyStore, (state) => state.elsewhere);
  useEffect(() => void openStudy(), []);
  if (!ready)
    return (
      <div className={styles.empty}>
        <p role="status" className={styles.reading}>
          Reading what is kept on this device
        </p>
      </div>
    );
  if (elsewhere)
    return (
      <div className={styles.empty}>
        <ElsewherePane />
      </div>
    );
  if (!draft && !study)
    return (
      <div className={styles.empty}>
        <EmptyPeople />
      </div>
    );
  return (
    <div className={wide ? styles.wide : styles.narrow}>
      <h1 className="visually-hidden">People</h1>
      {wide && (
        <div className={styles.side}>
          <SidePane />
        </div>
      )}
      <div className={styles.main}>
        <StudyTabs />
      </div>
      {!wide && <PeopleTools />}
      <ReportSheet />
    </div>
  );
}
