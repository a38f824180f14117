import { chooseNetwork } from '../../flows/chooseNetwork';
import { type NetworkEntry, networksStore } from '../../state/networks';
import { pageSize, selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { Button } from '../../ui/Button';
import { formatBytes } from '../../ui/format';
import { Problem } from '../../ui/Problem';
import { ProgressBar } from '../../ui/ProgressBar';
import pane from './GridPane.module.css';
import styles from './NetworkLoading.module.css';
import grid from './TileGrid.module.css';

/** What stands in the grid's place until there is a layer to show: bytes and progress, or what went wrong. */
export function NetworkLoading({ entry }: { readonly entry: NetworkEntry | undefined }) {
  const missing = useMissing(entry);
  return (
    <section className={pane.pane} aria-label="Network">
      <h1 className="visually-hidden">Filters</h1>
      <div className={pane.header}>
        {entry?.error != null ? (
          <Problem message={entry.error.message} remedy={entry.error.remedy}>
            <Button onClick={() => void chooseNetwork(entry.spec.id)}>Try again</Button>
          </Problem>
        ) : (
          (missing ?? <Loading entry={entry} />)
        )}
      </div>
      <div className={grid.grid} aria-hidden>
        {Array.from({ length: pageSize }, (_, filter) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the filter
          <span key={filter} className={styles.ghost} />
        ))}
      </div>
    </section>
  );
}

/** Says so where an address asks for what is not there. */
function useMissing(entry: NetworkEntry | undefined) {
  const { network, layer } = useStore(selectionStore, (selection) => selection);
  const known = useStore(networksStore, ({ entries }) => entries.size > 0);
  if (entry === undefined && known) {
    return <Problem message={`There is no network “${network}” here.`} remedy="Choose one above, or add its files." />;
  }
  if (entry === undefined || entry.loaded === null || layer === null) return null;
  return (
    <Problem
      message={`${entry.spec.name} has no layer “${layer}” with filters to show.`}
      remedy="Choose one in the list of layers."
    />
  );
}

function Loading({ entry }: { readonly entry: NetworkEntry | undefined }) {
  const progress = entry?.progress ?? null;
  const known = progress !== null && progress.totalBytes > 0 && progress.stage === 'loading';
  const fraction = known ? progress.loadedBytes / progress.totalBytes : null;
  const words = inWords(entry);
  return (
    <div className={styles.loading}>
      <p className={styles.words}>{words}</p>
      <ProgressBar label="Loading" fraction={fraction} text={words} />
    </div>
  );
}

function inWords(entry: NetworkEntry | undefined): string {
  if (entry === undefined || entry.progress === null) return 'Choosing a device';
  const { stage, loadedBytes, totalBytes } = entry.progress;
  if (stage === 'building') return `Building ${entry.spec.name}`;
  const of = totalBytes > 0 ? ` of ${formatBytes(totalBytes)}` : '';
  return `Reading ${entry.spec.name}: ${formatBytes(loadedBytes)}${of}`;
}
