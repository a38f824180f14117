import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { goOnHere } from '../../../flows/people/openStudy';
import { peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { formatCount } from '../../../ui/format';
import styles from './EmptyPeople.module.css';

/** The bench while another tab has the study, and the way to have it here. */
export function ElsewherePane() {
  const draft = useStore(peopleViewStore, (view) => view.draft.length);
  const [taking, setTaking] = useState(false);
  const take = () => {
    setTaking(true);
    void goOnHere();
  };
  return (
    <section className={styles.pane} aria-labelledby="elsewhere-title">
      <div className={styles.words}>
        <h1 id="elsewhere-title" className={styles.title}>
          The study is open in another tab
        </h1>
        <p className={styles.text}>
          One tab at a time measures and changes a study. Close that tab, or go on here: it stops at the photo it is at,
          and what it measured of the photos is kept.
        </p>
        {draft > 0 && (
          <p className={styles.text}>
            {draft === 1
              ? 'The photo that was added here waits.'
              : `${formatCount(draft)} photos that were added here wait.`}
          </p>
        )}
      </div>
      <Button look="primary" icon={<ArrowRight aria-hidden />} disabled={taking} onClick={take}>
        {taking ? 'Waiting for the other tab' : 'Go on here'}
      </Button>
    </section>
  );
}
