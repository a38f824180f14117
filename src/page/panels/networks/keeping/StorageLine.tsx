import { useEffect, useState } from 'react';
import { type NetworkStorageFacts, persistStorage, storageFacts } from '../../../flows/networks/storageFacts';
import { keptNetworksStore } from '../../../state/keptNetworks';
import { precisionTrialStore } from '../../../state/precisionTrial';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { formatBytes } from '../../../ui/format';
import { Section } from '../../../ui/Section';
import styles from './Keeping.module.css';

/** Milliseconds. */
const readEvery = 5000;

/** How much room this page takes on the device, and whether the browser may take it back. */
export function StorageLine() {
  const kept = useStore(keptNetworksStore, (state) => state.kept);
  const [facts, setFacts] = useState<NetworkStorageFacts | null>(null);
  const [refused, setRefused] = useState(false);
  const resting = useStore(precisionTrialStore, (state) => state.trial === null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again whenever what is kept may have changed
  useEffect(() => {
    let current = true;
    const read = () => void storageFacts().then((found) => current && setFacts(found));
    read();
    // A browser brings its estimate up to date some time after files have come or gone.
    const timer = setInterval(read, readEvery);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [kept, resting]);
  const ask = async () => {
    const persisted = await persistStorage();
    setRefused(!persisted);
    setFacts(await storageFacts());
  };
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
          <Button onClick={() => void ask()}>Ask it not to</Button>
        </div>
      )}
      <p role="status" className={refused && !persisted ? styles.soft : 'visually-hidden'}>
        {refused &&
          !persisted &&
          'The browser has refused. Some agree once this page is installed, bookmarked or often used. Keep the networks’ own files.'}
      </p>
    </Section>
  );
}
