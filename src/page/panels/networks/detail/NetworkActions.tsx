import { Grid3x3, ScanFace, Trash2 } from 'lucide-react';
import { chooseNetwork } from '../../../flows/chooseNetwork';
import { removeWithUndo } from '../../../flows/networks/removeWithUndo';
import { openBench } from '../../../flows/openBench';
import type { BenchName } from '../../../state/bench';
import type { NetworkEntry } from '../../../state/networks';
import { Button } from '../../../ui/Button';
import styles from './Detail.module.css';
import { titleId } from './titleId';

/** Where to go with the network, and away with it. */
export function NetworkActions({ entry }: { readonly entry: NetworkEntry }) {
  const { spec } = entry;
  const go = (bench: BenchName) => {
    // Chosen for all benches, also where it is only in view because the bench before had it.
    void chooseNetwork(spec.id);
    openBench(bench);
  };
  const remove = () => {
    removeWithUndo(spec.id);
    // The button goes with its network: what stands there now is the next thing to read.
    document.getElementById(titleId)?.focus();
  };
  return (
    <div className={styles.actions}>
      <Button icon={<Grid3x3 aria-hidden />} onClick={() => go('filters')}>
        See its filters
      </Button>
      <Button icon={<ScanFace aria-hidden />} onClick={() => go('faces')}>
        Show it a face
      </Button>
      {spec.source.format === 'files' && (
        <Button
          look="quiet"
          icon={<Trash2 aria-hidden />}
          className={styles.remove}
          aria-label={`Remove ${spec.name}`}
          onClick={remove}
        >
          Remove
        </Button>
      )}
    </div>
  );
}
