import { networksStore } from '../../state/networks';
import { useStore } from '../../state/useStore';
import { showSheet, viewStore } from '../../state/view';
import { Sheet } from '../../ui/Sheet';
import { AddNetwork } from './AddNetwork';
import { NetworkCard } from './NetworkCard';
import styles from './Networks.module.css';

/** The Networks bench: which networks there are, where they come from, and how to bring one. */
export function NetworksSheet() {
  const open = useStore(viewStore, (view) => view.sheet === 'networks');
  const entries = useStore(networksStore, (state) => state.entries);
  return (
    <Sheet title="Networks" open={open} onClose={() => showSheet(null)}>
      <ul className={styles.list}>
        {[...entries.values()].map((entry) => (
          <NetworkCard key={entry.spec.id} entry={entry} />
        ))}
      </ul>
      <AddNetwork />
    </Sheet>
  );
}
