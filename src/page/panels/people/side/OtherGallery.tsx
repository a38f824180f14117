import { useEffect, useState } from 'react';
import { enrolledIn } from '../../../flows/gallery/trainings';
import { measureAll } from '../../../flows/people/measureWithMask';
import { stampOf } from '../../../flows/people/studyPlan';
import { galleryStore } from '../../../state/gallery/gallery';
import { networksStore } from '../../../state/networks';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { measuredAgainText } from './MeasureAgain';
import styles from './Side.module.css';

/** Says that the figures are of the gallery as it was, and offers to measure by what it is now. */
export function OtherGallery() {
  const isOther = useOtherGallery();
  const working = useStore(studyStore, ({ work }) => work !== null);
  const [asking, setAsking] = useState(false);
  if (!isOther || working) return null;
  return (
    <section className={styles.strip} aria-label="Another gallery">
      <p role="status" className={styles.stripBar}>
        The gallery has changed since: all figures here are still those of the gallery before.
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

/** Whether the gallery is another than that by which the study was measured; false while that cannot be told. */
function useOtherGallery(): boolean {
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
    const known = info.outputs.embedding === null || people.length === 0 ? '' : enrolledIn(people);
    void stampOf(info, known).then((found) => {
      if (!isOver) setNow(found);
    });
    return () => {
      isOver = true;
    };
  }, [info, people]);
  return now !== null && stamp !== null && now !== stamp;
}
