import { Grid3x3, ScanFace, Trash2 } from 'lucide-react';
import { chooseNetwork } from '../../../flows/chooseNetwork';
import { openBench } from '../../../flows/openBench';
import { removeNetwork } from '../../../flows/removeNetwork';
import type { BenchName } from '../../../state/bench';
import type { NetworkEntry } from '../../../state/networks';
import { Button } from '../../../ui/Button';
import styles from './Detail.module.css';

/** Where to go with the network, and away with it. */
export function NetworkActions({ entry }: { readonly entry: NetworkEntry }) {
  const { spec } = entry;
  const go = (bench: BenchName) => {
    // Chosen for all benches, also where it is only in view because the bench before had it.
    void chooseNetwork(spec.id);
    openBench(bench);
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
          aria-label={`Remove ${spec.name}`}
          onClick={() => removeNetwork(spec.id)}
        >
          Remove
        </Button>
      )}
    </div>
  );
}
