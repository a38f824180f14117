import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { Inspector } from './Inspector';
import styles from './Inspector.module.css';
import { SettingsForm } from './SettingsForm';

/** The right of the bench: the open filter, and the settings that all filters are made with. */
export function InspectorPane() {
  const filter = useStore(selectionStore, (selection) => selection.filter);
  return (
    <aside className={styles.pane} aria-label="Inspector">
      {filter === null ? (
        <p className={styles.hint}>Click a filter to see it large and first in the queue.</p>
      ) : (
        <Inspector filter={filter} />
      )}
      <SettingsForm />
    </aside>
  );
}
