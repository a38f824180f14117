import { useMediaQuery } from '../../ui/useMediaQuery';
import { BottomBar } from './BottomBar';
import { FilterSheets } from './FilterSheets';
import styles from './FiltersPanel.module.css';
import { GridPane } from './GridPane';
import { InspectorPane } from './InspectorPane';
import { LayersPane } from './LayersPane';

/** The Filters bench: layers, grid and inspector side by side; on a narrow screen the grid, with the others in sheets. */
export function FiltersPanel() {
  const wide = useMediaQuery('(min-width: 1120px)');
  if (!wide) {
    return (
      <main className={styles.narrow}>
        <GridPane />
        <BottomBar />
        <FilterSheets />
      </main>
    );
  }
  return (
    <main className={styles.wide}>
      <div className={styles.left}>
        <LayersPane />
      </div>
      <div className={styles.middle}>
        <GridPane />
      </div>
      <div className={styles.right}>
        <InspectorPane />
      </div>
    </main>
  );
}
