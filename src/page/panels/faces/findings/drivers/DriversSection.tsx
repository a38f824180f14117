import { useEffect, useMemo } from 'react';
import type { LayerEvidence } from '../../../../../shared/explain';
import { methods } from '../../../../../shared/methods';
import { driverPictures } from '../../../../flows/faces/driverPictures';
import { evidenceStore, explanationStore } from '../../../../state/explanation';
import { useStore } from '../../../../state/useStore';
import { Section } from '../../../../ui/Section';
import { useCropNetwork } from '../../../../ui/useCropNetwork';
import { useWhyNoMap } from '../../../../ui/useWhyNoMap';
import { DriverItem } from './DriverItem';
import styles from './Drivers.module.css';
import { driverRows } from './driverRows';

/** From map to filters: which filters make the map, what they see here, and what they look for. */
export function DriversSection() {
  return (
    <Section title="From map to filters" folds="open">
      <Drivers />
    </Section>
  );
}

function Drivers() {
  const evidence = useStore(evidenceStore, (state) => state.evidence);
  const running = useStore(evidenceStore, (state) => state.running);
  const method = useStore(explanationStore, (state) => state.method);
  const missing = useWhyNoMap() !== null;
  if (evidence !== null) return <DriverList evidence={evidence} />;
  const layered = methods.find(({ id }) => id === method)?.layered ?? false;
  const words = layered
    ? running
      ? 'Ranking the filters.'
      : missing
        ? 'Without a map there are no filters to rank.'
        : 'Ranked once there is a map.'
    : 'This method knows no layer, so no filters stand behind its map. Choose a class activation map.';
  return <p className={styles.note}>{words}</p>;
}

const listed = 10;

function DriverList({ evidence }: { readonly evidence: LayerEvidence }) {
  const cell = useStore(evidenceStore, (state) => state.cell);
  const drivers = useMemo(() => driverRows(evidence, listed, null), [evidence]);
  const rows = useMemo(() => driverRows(evidence, listed, cell), [evidence, cell]);
  const layer = useCropNetwork()?.layers.find(({ name }) => name === evidence.layer);
  const pictured = (layer?.filters ?? 0) > 0;
  useEffect(() => {
    const controller = new AbortController();
    const filters = drivers.map(({ filter }) => filter);
    void driverPictures(controller.signal, filters);
    return () => controller.abort();
  }, [drivers]);
  return (
    <>
      <p className={styles.heading} aria-live="polite">
        {cell === null ? <WholeMap evidence={evidence} /> : <Spot evidence={evidence} cell={cell} />}
      </p>
      {rows.length === 0 && (
        <p className={styles.note}>
          {cell === null ? 'The map is zero everywhere: no filter adds to it.' : 'No filter fires here.'}
        </p>
      )}
      {rows.length > 0 && (
        <div className={styles.head} data-pictured={pictured} aria-hidden>
          <span>here</span>
          {pictured && <span>looks for</span>}
          <span />
          <span>{cell === null ? 'share' : 'activation'}</span>
        </div>
      )}
      <ol className={styles.list}>
        {rows.map((row) => (
          <DriverItem key={row.filter} row={row} evidence={evidence} pictured={pictured} />
        ))}
      </ol>
    </>
  );
}

function WholeMap({ evidence: { layer, method } }: { readonly evidence: LayerEvidence }) {
  return (
    <>
      Filters of <strong>{layer}</strong> that add most to the {methods.find(({ id }) => id === method)?.title} map, and
      their share of all that add to it.
    </>
  );
}

function Spot({ evidence: { width, layer }, cell }: { readonly evidence: LayerEvidence; readonly cell: number }) {
  return (
    <>
      Filters of <strong>{layer}</strong> that fire most at this spot (row {Math.floor(cell / width) + 1}, column{' '}
      {(cell % width) + 1}). Activation, and share of what makes the map there.
    </>
  );
}
