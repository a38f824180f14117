import { Tabs } from '@base-ui/react/tabs';
import { benches } from '../state/bench';
import styles from './BenchTabs.module.css';

/** Which bench is in view. */
export function BenchTabs() {
  return (
    <Tabs.List className={styles.tabs} aria-label="Bench">
      {benches.map(({ name, title }) => (
        <Tabs.Tab key={name} value={name} className={styles.tab}>
          {title}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
