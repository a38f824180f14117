import { Tabs } from '@base-ui/react/tabs';
import { useRef } from 'react';
import { maskResultsStore } from '../../state/maskResults';
import { maskViewStore, type ResultTab } from '../../state/maskView';
import { useStore } from '../../state/useStore';
import { LogPane } from './log/LogPane';
import styles from './MasksPanel.module.css';
import { MeasuredPane } from './measured/MeasuredPane';
import { ComparePane } from './results/ComparePane';

/** What the mask changes, what was tried before, and what is measured. */
export function ResultTabs() {
  const tried = useStore(maskResultsStore, ({ log }) => log.length);
  const tab = useStore(maskViewStore, (view) => view.tab);
  const root = useRef<HTMLDivElement>(null);
  const open = (next: ResultTab) => {
    toTop(root.current);
    maskViewStore.setState({ tab: next });
  };
  return (
    <Tabs.Root ref={root} value={tab} onValueChange={open} className={styles.results}>
      <Tabs.List className={styles.tabs} aria-label="Results">
        <Tabs.Tab value="compare" className={styles.tab}>
          Before and after
        </Tabs.Tab>
        <Tabs.Tab value="measured" className={styles.tab}>
          What matters
        </Tabs.Tab>
        <Tabs.Tab value="log" className={styles.tab}>
          Log{tried > 0 && ' '}
          {tried > 0 && <span className={styles.count}>{tried}</span>}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="compare" tabIndex={-1}>
        <ComparePane />
      </Tabs.Panel>
      <Tabs.Panel value="measured" tabIndex={-1}>
        <MeasuredPane />
      </Tabs.Panel>
      <Tabs.Panel value="log" tabIndex={-1}>
        <LogPane />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

/** Where the tabs stay in view above what has been scrolled, back to the beginning; else nothing moves. */
function toTop(results: HTMLElement | null): void {
  const tabs = results?.firstElementChild;
  if (results == null || tabs == null) return;
  if (tabs.getBoundingClientRect().top > results.getBoundingClientRect().top) results.scrollIntoView();
}
