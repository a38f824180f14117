import { ShieldCheck } from 'lucide-react';
import { count } from '../../../../shared/people/figures';
import { type OpenedStudy, peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { useMediaQuery } from '../../../ui/useMediaQuery';
import { AddButtons } from './AddButtons';
import styles from './EmptyPeople.module.css';
import { ForgetOpened } from './ForgetOpened';
import { SampleButton } from './SampleButton';

/** The bench before the first photo: what it does, and every way to begin. */
export function EmptyPeople() {
  const opened = useStore(peopleViewStore, (view) => view.opened);
  const touch = useMediaQuery('(pointer: coarse), (max-width: 719px)');
  return (
    <section className={styles.pane} aria-labelledby="people-title">
      {opened === null ? <Welcome touch={touch} /> : <Opened opened={opened} touch={touch} />}
      <AddButtons look="primary" />
      <SampleButton />
      {opened !== null && <ForgetOpened />}
      <p className={styles.privacy}>
        <ShieldCheck aria-hidden />
        Photos stay on this device. Everything is computed here.
      </p>
    </section>
  );
}

const Welcome = ({ touch }: { readonly touch: boolean }) => (
  <div className={styles.words}>
    <h1 id="people-title" className={styles.title}>
      {touch ? 'Choose photos of many people' : 'Drop folders with photos of many people'}
    </h1>
    <p className={styles.text}>
      See where a network looks at each of them, what groups have in common, and how sure a difference is. You say who
      is in which group, by folder, by table or by hand: Fovea never guesses anyone’s ethnicity, or any group.
    </p>
  </div>
);

/** A saved study is open: its settings wait for its photos, which are not in the file. */
const Opened = ({ opened: { name, photos }, touch }: { readonly opened: OpenedStudy; readonly touch: boolean }) => (
  <div className={styles.words} role="status">
    <h1 id="people-title" className={styles.title}>
      {touch ? 'Now choose the study’s photos' : 'Now drop the study’s photos'}
    </h1>
    <p className={styles.text}>
      “{name}” is open: its settings{photos > 0 && `, and persons and groups of ${count(photos, 'photo')},`} are set.
      The photos are not in the file: give the same ones again{photos > 0 && ', in the same folders'}, to measure them
      anew.
    </p>
  </div>
);
