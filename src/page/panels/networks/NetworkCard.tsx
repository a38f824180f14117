import { Trash2 } from 'lucide-react';
import { chooseNetwork } from '../../flows/chooseNetwork';
import { removeNetwork } from '../../flows/removeNetwork';
import type { NetworkEntry } from '../../state/networks';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { showSheet } from '../../state/view';
import { Button } from '../../ui/Button';
import { describePreprocessing } from '../../ui/describePreprocessing';
import { Fact } from '../../ui/Fact';
import { formatCount, formatShape } from '../../ui/format';
import { Problem } from '../../ui/Problem';
import styles from './Networks.module.css';

/** One network: its size, what it expects, where it comes from, under which terms. */
export function NetworkCard({ entry }: { readonly entry: NetworkEntry }) {
  const { spec, loaded, error } = entry;
  const shown = useStore(selectionStore, (selection) => selection.network === spec.id);
  const show = () => {
    showSheet(null);
    void chooseNetwork(spec.id);
  };
  return (
    <li className={styles.card}>
      <div className={styles.cardHeader}>
        <h3 className={styles.name}>{spec.name}</h3>
        <div className={styles.actions}>
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
          {shown ? <span className={styles.shown}>in view</span> : <Button onClick={show}>Show</Button>}
        </div>
      </div>
      {error !== null && <Problem message={error.message} remedy={error.remedy} />}
      <dl className={styles.facts}>
        <Fact name="Size">
          {loaded === null
            ? 'known once it is loaded'
            : `${formatCount(loaded.info.parameters)} parameters, ${loaded.layers.length} layers`}
        </Fact>
        {loaded !== null && <Fact name="Input">{formatShape(loaded.info.input)}</Fact>}
        <Fact name="Preprocessing">{describePreprocessing(loaded?.info.preprocessing ?? spec.preprocessing)}</Fact>
        {spec.origin !== undefined && (
          <>
            <Fact name="Origin">{spec.origin.source}</Fact>
            <Fact name="Licence">{spec.origin.licence}</Fact>
            <Fact name="Cite">{spec.origin.citation}</Fact>
          </>
        )}
      </dl>
    </li>
  );
}
