import { useEffect, useState } from 'react';
import { type NetworkStorageFacts, persistStorage, storageFacts } from '../../../flows/networks/storageFacts';
import { keptNetworksStore } from '../../../state/keptNetworks';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { formatBytes } from '../../../ui/format';
import { Section } from '../../../ui/Section';
import styles from './Keeping.module.css';

/** How much room this page takes on the device, and whether the browser may take it back. */
export function StorageLine() {
  const kept = useStore(keptNetworksStore, (state) => state.kept);
  const [facts, setFacts] = useState<NetworkStorageFacts | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again whenever what is kept, or the promise, may have changed
  useEffect(() => {
    let current = true;
    void storageFacts().then((read) => current && setFacts(read));
    return () => {
      current = false;
    };
  }, [kept, asked]);
  if (facts === null || kept.size === 0) return null;
  const { usage, quota, networks, persisted } = facts;
  return (
    <Section title="Room on this device">
      <p className={styles.soft}>
        Networks {formatBytes(networks)}
        {usage !== null &&
          quota !== null &&
          `; all that this page keeps ${formatBytes(usage)} of ${formatBytes(quota)}`}
        .{' '}
        {persisted ? 'The browser deletes nothing of it by itself.' : 'The browser may delete it when room runs short.'}
      </p>
      {!persisted && (
        <div className={styles.buttons}>
          <Button onClick={() => void persistStorage().then(() => setAsked((count) => count + 1))}>
            Ask it not to
          </Button>
        </div>
      )}
    </Section>
  );
}
