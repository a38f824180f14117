import { chooseNetwork } from '../../../flows/chooseNetwork';
import { type NetworkEntry, networksStore } from '../../../state/networks';
import { selectionStore } from '../../../state/selection';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { formatMillions, formatShape } from '../../../ui/format';
import { Section } from '../../../ui/Section';
import { useMediaQuery } from '../../../ui/useMediaQuery';
import { addSectionId } from './addSectionId';
import styles from './List.module.css';

/** All networks that are here: those that come along, and the user's own. */
export function NetworkList() {
  const entries = useStore(networksStore, (state) => state.entries);
  const narrow = useMediaQuery('(max-width: 1199px)');
  const shown = useStore(selectionStore, (selection) => selection.network);
  return (
    <Section title="Networks" aside={narrow && <Button onClick={goToAdd}>Add your own</Button>}>
      <ul className={styles.list}>
        {[...entries.values()].map((entry) => (
          <li key={entry.spec.id}>
            <button
              type="button"
              className={styles.item}
              aria-current={entry.spec.id === shown}
              onClick={() => void chooseNetwork(entry.spec.id)}
            >
              <span className={styles.name}>{entry.spec.name}</span>
              {entry.spec.source.format === 'files' && <span className={styles.own}>your own</span>}
              <span className={styles.line}>{inShort(entry)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function goToAdd(): void {
  const section = document.getElementById(addSectionId);
  section?.focus({ preventScroll: true });
  section?.scrollIntoView({ block: 'start' });
}

function inShort({ loaded, progress, error }: NetworkEntry): string {
  if (loaded !== null) {
    const [height, width] = loaded.info.input;
    return `${formatMillions(loaded.info.parameters)} parameters, input ${formatShape([height, width])}`;
  }
  if (error !== null) return 'could not be read';
  return progress === null ? 'read when it is chosen' : 'being read';
}
