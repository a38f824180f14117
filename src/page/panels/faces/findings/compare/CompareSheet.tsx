import { comparisonKey, onDemand } from '../../../../flows/faces/compareMethods';
import { comparisonStore, explanationStore } from '../../../../state/explanation';
import { mapViewStore } from '../../../../state/mapView';
import { useStore } from '../../../../state/useStore';
import { showSheet, viewStore } from '../../../../state/view';
import { ProgressBar } from '../../../../ui/ProgressBar';
import { Segments } from '../../../../ui/Segments';
import { Sheet } from '../../../../ui/Sheet';
import styles from './Compare.module.css';
import { CompareTable } from './CompareTable';

const scales = [
  { value: 'own', label: 'Each map its own scale' },
  { value: 'shared', label: 'One scale a row' },
] as const;

/** The method × layer table in a sheet of its own: it is wide. */
export function CompareSheet() {
  const open = useStore(viewStore, ({ sheet }) => sheet === 'compare-maps');
  return (
    <Sheet title="Methods and layers" wide open={open} onClose={() => showSheet(null)}>
      {open && <Comparison />}
    </Sheet>
  );
}

function Comparison() {
  const label = useStore(explanationStore, ({ shown }) => shown?.targetLabel ?? null);
  const scale = useStore(mapViewStore, (view) => view.scale);
  const empty = useStore(comparisonStore, ({ total }) => total === 0);
  return (
    <div className={styles.comparison}>
      <div className={styles.top}>
        <p className={styles.note}>
          {label === null
            ? 'No target.'
            : `What explains “${label}” on this face. Click a map to show it large. Score-CAM takes a pass a filter: it is computed cell by cell, when you ask for it.`}
        </p>
        <Segments
          label="Scale"
          value={scale}
          options={scales}
          onChange={(next) => mapViewStore.setState({ scale: next })}
        />
      </div>
      <Progress />
      {empty ? <p className={styles.note}>Nothing to compare: show a face first.</p> : <CompareTable />}
    </div>
  );
}

function Progress() {
  const running = useStore(comparisonStore, (state) => state.running);
  const done = useStore(
    comparisonStore,
    ({ maps }) => [...maps.keys()].filter((key) => !key.startsWith(comparisonKey(onDemand, ''))).length,
  );
  const total = useStore(comparisonStore, (state) => state.total);
  if (!running) return null;
  const text = `${done} of ${total} maps`;
  return (
    <div className={styles.progress}>
      <div className={styles.progressBar}>
        <ProgressBar label="Comparing" fraction={done / total} text={text} />
      </div>
      <span className={styles.note}>{text}</span>
    </div>
  );
}
