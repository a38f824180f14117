import { useStore } from '../state/useStore';
import { showSheet, viewStore } from '../state/view';
import { Sheet } from '../ui/Sheet';
import styles from './ShortcutsSheet.module.css';

const shortcuts: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [['←', '→', '↑', '↓'], 'Move among the filters; with one open, open the next'],
  [['Enter'], 'Open the filter, or close it'],
  [['Esc'], 'Close what is open'],
  [['Page Up', 'Page Down'], 'Filters before and after'],
  [['Space', 'P'], 'Pause and resume; on a button, only P'],
  [['/'], 'Search the layers'],
  [['?'], 'Show this list'],
];

/** What the keyboard can do. */
export function ShortcutsSheet() {
  const open = useStore(viewStore, (view) => view.sheet === 'shortcuts');
  return (
    <Sheet title="Keyboard shortcuts" open={open} onClose={() => showSheet(null)}>
      <dl className={styles.list}>
        {shortcuts.map(([keys, meaning]) => (
          <div key={meaning} className={styles.row}>
            <dt className={styles.keys}>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
