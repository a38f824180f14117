import { Dices, Download, FastForward } from 'lucide-react';
import { useState } from 'react';
import { anotherSeed } from '../../flows/anotherSeed';
import { continueFilter } from '../../flows/continueFilter';
import { exportTile } from '../../flows/exportTile';
import { notifyError } from '../../state/notices';
import { tilesStore } from '../../state/tiles';
import { useStore } from '../../state/useStore';
import { Button } from '../../ui/Button';
import { NumberField } from '../../ui/NumberField';
import styles from './Inspector.module.css';

/** What can be done with the open filter. */
export function InspectorActions({ filter }: { readonly filter: number }) {
  const [more, setMore] = useState(60);
  const status = useStore(tilesStore, ({ tiles }) => tiles.get(filter)?.status ?? 'queued');
  const pictured = useStore(tilesStore, ({ tiles }) => (tiles.get(filter)?.picture ?? null) !== null);
  return (
    <div className={styles.actions}>
      <Button icon={<Dices aria-hidden />} onClick={() => anotherSeed(filter)}>
        Again with another seed
      </Button>
      <Button
        icon={<Download aria-hidden />}
        disabled={!pictured || status === 'dead'}
        onClick={() => void exportTile(filter).catch(notifyError)}
      >
        Save PNG
      </Button>
      <Button
        icon={<FastForward aria-hidden />}
        disabled={!pictured || status === 'dead' || status === 'failed'}
        onClick={() => continueFilter(filter, more)}
      >
        Go on for {more} more {more === 1 ? 'step' : 'steps'}
      </Button>
      <NumberField label="More steps" hideLabel unit="steps" value={more} onCommit={setMore} min={1} max={1000} whole />
    </div>
  );
}
