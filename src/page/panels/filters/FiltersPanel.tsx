import { joinClasses } from '../../ui/joinClasses';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { BottomBar } from './BottomBar';
import { FilterSheets } from './FilterSheets';
import styles from './FiltersPanel.module.css';
import { GridPane } from './GridPane';
import { InspectorPane } from './InspectorPane';
import { LayersPane } from './LayersPane';

/**
 * The Filters bench: layers, grid and inspector side by side; a narrower screen has the
 * inspector, and a narrow one the layers too, in sheets.
 */
export function FiltersPanel() {
  const wide = useMediaQuery('(min-width: 1120px)');
  const listed = useMediaQuery('(min-width: 960px)');
  if (listed && !wide) {
    return (
      <div className={joinClasses(styles.wide, styles.medium)}>
        <div className={styles.left}>
          <LayersPane />
        </div>
        <div className={styles.middle}>
          <GridPane />
        </div>
        <FilterSheets />
      </div>
    );
  }
  if (!wide) {
    return (
      <div className={styles.narrow}>
        <GridPane />
        <BottomBar />
        <FilterSheets />
      </div>
    );
  }
  return (
    <div className={styles.wide}>
      <div className={styles.left}>
        <LayersPane />
      </div>
      <div className={styles.middle}>
        <GridPane />
      </div>
      <div className={styles.right}>
        <InspectorPane />
      </div>
    </div>
  );
}
