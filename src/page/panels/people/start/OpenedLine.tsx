import { count } from '../../../../shared/people/figures';
import { peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import styles from './EmptyPeople.module.css';

/** A saved study is open: its settings wait for its photos, which are not in the file. */
export function OpenedLine() {
  const opened = useStore(peopleViewStore, (view) => view.opened);
  if (opened === null) return null;
  const close = () => peopleViewStore.setState({ opened: null, wanted: {}, said: new Map() });
  return (
    <div className={styles.sample} role="status">
      <p className={styles.hint}>
        Opened: {opened.name}. Its settings
        {opened.photos > 0 && `, and persons and groups of ${count(opened.photos, 'photo')},`} are set. The photos are
        not in the file: add them again.
      </p>
      <Button look="quiet" onClick={close}>
        Forget these settings
      </Button>
    </div>
  );
}
