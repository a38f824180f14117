import { type AddingNetwork, addingNetworkStore } from '../../../state/addingNetwork';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { formatBytes } from '../../../ui/format';
import { ProgressBar } from '../../../ui/ProgressBar';
import styles from './List.module.css';

const stages = {
  downloading: 'Fetching',
  unpacking: 'Unpacking',
  reading: 'Reading',
  loading: 'Loading',
  building: 'Building',
} as const;

/** How far the network is that is being taken in, the way out, and what waits behind it. */
export function AddingProgress({ adding }: { readonly adding: AddingNetwork }) {
  const { name, stage, loadedBytes, totalBytes, cancel } = adding;
  const waiting = useStore(addingNetworkStore, (state) => state.waiting);
  const names = useStore(addingNetworkStore, (state) => state.names);
  const known = totalBytes > 0 && stage !== 'building';
  const bytes = known ? `: ${formatBytes(loadedBytes)} of ${formatBytes(totalBytes)}` : '';
  const words = `${stages[stage]} ${name}${bytes}`;
  return (
    <div className={styles.adding}>
      <p>{words}</p>
      <ProgressBar label="Adding the network" fraction={known ? loadedBytes / totalBytes : null} text={words} />
      {names !== null && <p>Its classes get the names in {names.file}.</p>}
      <Button onClick={cancel} aria-label={`Cancel ${name}`}>
        Cancel
      </Button>
      {waiting.length > 0 && (
        <ul className={styles.waiting} aria-label="Waiting their turn">
          {waiting.map((next, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same file may wait twice
            <li key={i}>
              <span>Then {next.name}</span>
              <Button look="quiet" onClick={next.cancel} aria-label={`Leave out ${next.name}`}>
                Leave out
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
