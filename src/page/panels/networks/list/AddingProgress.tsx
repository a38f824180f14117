import type { AddingNetwork } from '../../../state/addingNetwork';
import { Button } from '../../../ui/Button';
import { formatBytes } from '../../../ui/format';
import { ProgressBar } from '../../../ui/ProgressBar';
import styles from './List.module.css';

const stages = { downloading: 'Fetching', unpacking: 'Unpacking', reading: 'Reading', building: 'Building' } as const;

/** How far the network is that is being taken in, and the way out. */
export function AddingProgress({ adding }: { readonly adding: AddingNetwork }) {
  const { name, stage, loadedBytes, totalBytes, cancel } = adding;
  const known = totalBytes > 0 && stage !== 'building';
  const bytes = known ? `: ${formatBytes(loadedBytes)} of ${formatBytes(totalBytes)}` : '';
  const words = `${stages[stage]} ${name}${bytes}`;
  return (
    <div className={styles.adding}>
      <p>{words}</p>
      <ProgressBar label="Adding the network" fraction={known ? loadedBytes / totalBytes : null} text={words} />
      <Button onClick={cancel}>Cancel</Button>
    </div>
  );
}
