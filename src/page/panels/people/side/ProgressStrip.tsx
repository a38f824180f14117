import { useState } from 'react';
import { count } from '../../../../shared/people/figures';
import { beginStudy } from '../../../flows/people/beginStudy';
import { cancelStudy } from '../../../flows/people/cancelStudy';
import { resumeStudy } from '../../../flows/people/resumeStudy';
import { peopleViewStore } from '../../../state/peopleView';
import { type StudyWork, studyStore, waitingPhotos } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { formatCount, formatDuration } from '../../../ui/format';
import { ProgressBar } from '../../../ui/ProgressBar';
import { useMediaQuery } from '../../../ui/useMediaQuery';
import { DiscardStudy } from './DiscardStudy';
import styles from './Side.module.css';

/** What is under way and how far it is; or that photos wait, and the way on. */
export function ProgressStrip() {
  const work = useStore(studyStore, (state) => state.work);
  const study = useStore(studyStore, (state) => state.settings !== null);
  const narrow = useMediaQuery('(max-width: 1199px)');
  if (work !== null) return <Working work={work} />;
  if (!study) return narrow ? <Begin /> : null;
  return <Left />;
}

/** On a narrow screen the way to begin stands above the photos; on a wide one beside them. */
function Begin() {
  const photos = useStore(peopleViewStore, ({ draft }) => draft.length);
  return (
    <div className={styles.strip}>
      <p className={styles.stripBar}>{count(photos, 'photo')} to measure</p>
      <Button look="primary" onClick={() => void beginStudy()}>
        {photos === 1 ? 'Measure it' : 'Measure them'}
      </Button>
    </div>
  );
}

const titles: Readonly<Record<StudyWork['kind'], string>> = {
  measuring: 'Measuring the photos',
  masking: 'Measuring under the mask',
  training: 'Training',
  exporting: 'Writing the masked photos',
};

function Working({ work }: { readonly work: StudyWork }) {
  const { kind, done, total, remaining, words } = work;
  const [stopping, setStopping] = useState(false);
  // One step tells nothing of how far it is.
  const counts = total > 1;
  const share = counts ? done / total : null;
  const far = !counts ? '' : `${formatCount(done)} of ${formatCount(total)}`;
  const left = remaining === null ? '' : `, about ${formatDuration(remaining)} left`;
  const stop = () => {
    setStopping(true);
    void cancelStudy().finally(() => setStopping(false));
  };
  return (
    <div className={styles.strip}>
      <p role="status">{words ?? titles[kind]}</p>
      <div className={styles.stripBar}>
        <ProgressBar label={titles[kind]} fraction={share} text={`${far}${left}`} />
      </div>
      {counts && (
        <span className={styles.note}>
          {far}
          {left}
        </span>
      )}
      <Button disabled={stopping} onClick={stop}>
        Stop
      </Button>
    </div>
  );
}

function Left() {
  const waiting = useStore(studyStore, (state) => waitingPhotos(state).length);
  const masking = useStore(
    studyStore,
    ({ masked, measured }) => masked !== null && masked.measured.size + masked.failures.size < measured.size,
  );
  const all = useStore(studyStore, (state) => state.photos.length);
  const measured = useStore(studyStore, (state) => state.measured.size);
  const missing = useStore(studyStore, (state) => state.missing.length);
  const [asking, setAsking] = useState(false);
  if (waiting === 0 && !masking) return null;
  const stuck = waiting > 0 && missing === waiting;
  // The buttons stand at the other end than Stop did: the second click of a double click meets none of them.
  return (
    <section className={styles.strip} aria-label="Photos that wait">
      <div className={styles.buttons}>
        <Button look="primary" disabled={stuck} onClick={() => void resumeStudy()}>
          Go on
        </Button>
        {waiting > 0 && (
          <Button look="quiet" onClick={() => setAsking(true)}>
            Discard
          </Button>
        )}
      </div>
      <p role="status" className={styles.stripBar}>
        {waiting > 0
          ? `${formatCount(measured)} of ${count(all, 'photo')} ${all === 1 ? 'is' : 'are'} measured, ${formatCount(waiting)} ${waiting === 1 ? 'waits' : 'wait'}.`
          : 'Some photos are not measured under the mask yet.'}
        {missing > 0 && ` ${formatCount(missing)} ${missing === 1 ? 'has' : 'have'} to be added again.`}
      </p>
      <DiscardStudy open={asking} onClose={() => setAsking(false)} />
    </section>
  );
}
