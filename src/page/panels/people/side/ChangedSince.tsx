import { useEffect, useState } from 'react';
import { measureAll } from '../../../flows/people/measureWithMask';
import { studyStamp } from '../../../flows/people/studyStamp';
import { galleryStore } from '../../../state/gallery/gallery';
import { networksStore } from '../../../state/networks';
import { notifyError } from '../../../state/notices';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { measuredAgainText } from './MeasureAgain';
import styles from './Side.module.css';

/**
 * Says that the figures are by the network and the gallery as they were, and offers to measure by what they are now.
 */
export function ChangedSince() {
  const isOther = useOtherStamp();
  const working = useStore(studyStore, ({ work }) => work !== null);
  const [asking, setAsking] = useState(false);
  if (!isOther || working) return null;
  return (
    <section className={styles.strip} aria-label="Changed since">
      <p role="status" className={styles.stripBar}>
        The network, its preprocessing or the gallery has changed since: all figures here are still those of before.
      </p>
      <Button onClick={() => setAsking(true)}>Measure again</Button>
      <ConfirmDialog
        title="Measure all photos again?"
        text={measuredAgainText}
        keep="Keep the figures"
        act="Measure again"
        open={asking}
        onClose={() => setAsking(false)}
        onAct={() => {
          setAsking(false);
          void measureAll();
        }}
      />
    </section>
  );
}

/** Whether a study would be measured by others than it was; false while that cannot be told. */
function useOtherStamp(): boolean {
  const network = useStore(studyStore, ({ settings }) => settings?.network ?? null);
  const stamp = useStore(studyStore, (state) => (state.measured.size > 0 ? state.stamp : null));
  const info = useStore(networksStore, ({ entries }) =>
    network === null ? null : (entries.get(network)?.loaded?.info ?? null),
  );
  const people = useStore(galleryStore, (gallery) => (gallery.ready ? gallery.people : null));
  const [now, setNow] = useState<string | null>(null);
  useEffect(() => {
    setNow(null);
    if (info === null || people === null) return;
    let isOver = false;
    studyStamp(info, people)
      .then((found) => {
        if (!isOver) setNow(found);
      })
      .catch(notifyError);
    return () => {
      isOver = true;
    };
  }, [info, people]);
  return now !== null && stamp !== null && now !== stamp;
}
