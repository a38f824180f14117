import { Keyboard } from 'lucide-react';
import { showSheet } from '../state/view';
import { IconButton } from '../ui/IconButton';
import { BenchTabs } from './BenchTabs';
import { DeviceBadge } from './DeviceBadge';
import { ExportMenu } from './ExportMenu';
import styles from './Header.module.css';
import { Mark } from './Mark';
import { NetworkPicker } from './NetworkPicker';

/** Name, benches, network, device, and what concerns the page as a whole. */
export function Header() {
  return (
    <header className={styles.header}>
      <div className={styles.brand}>
        <Mark className={styles.mark} />
        <span className={styles.name}>Fovea</span>
      </div>
      <BenchTabs />
      <NetworkPicker />
      <div className={styles.tools}>
        <DeviceBadge />
        <ExportMenu />
        <IconButton
          className={styles.shortcuts}
          label="Keyboard shortcuts"
          icon={<Keyboard aria-hidden />}
          onClick={() => showSheet('shortcuts')}
        />
      </div>
    </header>
  );
}
