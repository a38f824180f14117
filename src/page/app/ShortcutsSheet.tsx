import { useStore } from '../state/useStore';
import { showSheet, viewStore } from '../state/view';
import { Sheet } from '../ui/Sheet';
import styles from './ShortcutsSheet.module.css';

const shortcuts: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [['1', '2', '3', '4', '5'], 'Filters, Faces, Masks, People, Networks'],
  [['←', '→', '↑', '↓'], 'Move among the filters; with one open, open the next. Over a heat map: read its values'],
  [['Enter'], 'Open the filter, or close it'],
  [['Esc'], 'Close what is open'],
  [['Page Up', 'Page Down'], 'Filters before and after'],
  [['Space', 'P'], 'Pause and resume; on a button, only P'],
  [['/'], 'Search the layers'],
  [['Ctrl+V'], 'Look at the photo in the clipboard'],
  [['O'], 'Faces: hold to see the face without its heat map'],
  [['[', ']'], 'Masks: a smaller and a larger brush'],
  [['Ctrl+Z'], 'Masks: undo a stroke. People: undo a change of persons or groups'],
  [['Ctrl+Y', 'Ctrl+Shift+Z'], 'Masks, People: redo'],
  [['Space', 'Esc'], 'Masks, on the face: paint at the crosshair that the arrow keys move; take the stroke back'],
  [['↑', '↓', 'Enter'], 'People, in the table: move among the photos; open one on Faces'],
  [['Shift+Enter'], 'People, in the table: open a photo on Masks'],
  [['Space', 'Ctrl+A'], 'People, in the table: select a photo; all of them'],
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
