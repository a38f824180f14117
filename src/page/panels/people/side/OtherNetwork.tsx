import { useState } from 'react';
import { measuredAgain } from '../../../flows/people/changeStudy';
import { chooseHow } from '../../../flows/people/chooseHow';
import { networksStore } from '../../../state/networks';
import { selectionStore } from '../../../state/selection';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { type Asked, MeasureAgain } from './MeasureAgain';
import styles from './Side.module.css';

/** Says that the study is of another network than the header shows, and offers to measure it by that one. */
export function OtherNetwork() {
  const own = useStore(studyStore, ({ settings }) => settings?.network ?? null);
  const working = useStore(studyStore, ({ work }) => work !== null);
  const shown = useStore(selectionStore, ({ network }) => network);
  const entries = useStore(networksStore, (state) => state.entries);
  const [asked, setAsked] = useState<Asked | null>(null);
  if (own === null || own === shown) return null;
  const nameOf = (id: string) => entries.get(id)?.spec.name ?? id;
  const change = { network: shown };
  const ask = () => {
    const photos = measuredAgain(change);
    if (photos === 0) chooseHow(change);
    else setAsked({ change, photos });
  };
  return (
    <section className={styles.strip} aria-label="Another network">
      <p className={styles.stripBar}>
        This study is of {nameOf(own)}. The network chosen above is {nameOf(shown)}.
      </p>
      <Button disabled={working} onClick={ask}>
        Measure all with {nameOf(shown)} instead
      </Button>
      <MeasureAgain asked={asked} onClose={() => setAsked(null)} />
    </section>
  );
}
