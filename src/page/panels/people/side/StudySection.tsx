import { FileText, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { count } from '../../../../shared/people/figures';
import { beginStudy } from '../../../flows/people/beginStudy';
import { leaveOutDraft } from '../../../flows/people/leaveOutDraft';
import { peopleViewStore } from '../../../state/peopleView';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { showSheet } from '../../../state/view';
import { Button } from '../../../ui/Button';
import { formatCount } from '../../../ui/format';
import { Section } from '../../../ui/Section';
import { DiscardStudy } from './DiscardStudy';
import styles from './Side.module.css';

/** How many photos there are and what can be done with all of them. */
export function StudySection() {
  const study = useStore(studyStore, (state) => state.settings !== null);
  return <Section title="Study">{study ? <Kept /> : <Draft />}</Section>;
}

/** Photos were added and nothing is measured yet. */
function Draft() {
  const photos = useStore(peopleViewStore, ({ draft }) => draft.length);
  return (
    <>
      <p className={styles.figure}>{count(photos, 'photo')} to measure</p>
      <div className={styles.buttons}>
        <Button look="primary" icon={<Play aria-hidden />} onClick={() => void beginStudy()}>
          {photos === 1 ? 'Measure it' : 'Measure them'}
        </Button>
        <Button look="quiet" onClick={leaveOutDraft}>
          Start over
        </Button>
      </div>
    </>
  );
}

function Kept() {
  const photos = useStore(studyStore, (state) => state.photos.length);
  const measured = useStore(studyStore, (state) => state.measured.size);
  const failed = useStore(studyStore, (state) => state.failures.size);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p className={styles.figure}>
        {formatCount(measured)} of {count(photos, 'photo')} measured
        {failed > 0 && <span className={styles.soft}>, {formatCount(failed)} failed</span>}
      </p>
      <More />
      <div className={styles.buttons}>
        <Button icon={<FileText aria-hidden />} disabled={measured === 0} onClick={() => showSheet('study-report')}>
          Report
        </Button>
        <Button look="quiet" icon={<Trash2 aria-hidden />} onClick={() => setAsking(true)}>
          Discard
        </Button>
      </div>
      <DiscardStudy open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

/** Photos that were added to a study that is there. */
function More() {
  const more = useStore(peopleViewStore, ({ draft }) => draft.length);
  if (more === 0) return null;
  return (
    <div className={styles.box}>
      <p>{more === 1 ? '1 photo was added.' : `${formatCount(more)} photos were added.`}</p>
      <div className={styles.buttons}>
        <Button look="primary" onClick={() => void beginStudy()}>
          Measure {more === 1 ? 'it' : 'them'}, too
        </Button>
        <Button look="quiet" onClick={leaveOutDraft}>
          Leave out
        </Button>
      </div>
    </div>
  );
}
