import { ShieldCheck } from 'lucide-react';
import { useMediaQuery } from '../../../ui/useMediaQuery';
import { AddButtons } from './AddButtons';
import styles from './EmptyPeople.module.css';
import { OpenedLine } from './OpenedLine';
import { SampleButton } from './SampleButton';

/** The bench before the first photo: what it does, and every way to begin. */
export function EmptyPeople() {
  const touch = useMediaQuery('(pointer: coarse), (max-width: 719px)');
  return (
    <section className={styles.pane} aria-labelledby="people-title">
      <div className={styles.words}>
        <h1 id="people-title" className={styles.title}>
          {touch ? 'Choose photos of many people' : 'Drop folders with photos of many people'}
        </h1>
        <p className={styles.text}>
          See where a network looks at each of them, what groups have in common, and how sure a difference is. You say
          who is in which group, by folder, by table or by hand: Fovea never guesses anyone’s ethnicity, or any group.
        </p>
      </div>
      <AddButtons look="primary" />
      <SampleButton />
      <OpenedLine />
      <p className={styles.privacy}>
        <ShieldCheck aria-hidden />
        Photos stay on this device. Everything is computed here.
      </p>
    </section>
  );
}
