import { HardDriveDownload } from 'lucide-react';
import type { WeightPrecision } from '../../../../shared/network';
import { keepNetwork } from '../../../flows/networks/keepNetwork';
import { tryPrecision } from '../../../flows/networks/tryPrecision';
import { changingNetworkStore } from '../../../state/changingNetwork';
import { keptNetworksStore } from '../../../state/keptNetworks';
import type { NetworkEntry } from '../../../state/networks';
import { notifyError } from '../../../state/notices';
import { precisionTrialStore } from '../../../state/precisionTrial';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { formatBytes } from '../../../ui/format';
import { Problem } from '../../../ui/Problem';
import { Section } from '../../../ui/Section';
import { changeWords } from './changeWords';
import styles from './Keeping.module.css';
import { Trial } from './Trial';

const precisions: Readonly<Record<WeightPrecision, string>> = {
  f32: '32-bit floats, as they came',
  f16: '16-bit floats',
  u8: '8 bits over each weight’s range',
};
const smaller: Readonly<Record<WeightPrecision, readonly (readonly [WeightPrecision, string])[]>> = {
  f32: [
    ['f16', 'Try 16 bits: about half'],
    ['u8', 'Try 8 bits: about a quarter'],
  ],
  f16: [['u8', 'Try 8 bits: about half']],
  u8: [],
};

/** Whether this device keeps the network, in which precision, and what a lower one would change. */
export function KeepingSection({ entry }: { readonly entry: NetworkEntry }) {
  const { id } = entry.spec;
  const kept = useStore(keptNetworksStore, (state) => state.kept.get(id));
  const trial = useStore(precisionTrialStore, (state) => (state.trial?.network === id ? state.trial : null));
  const problem = useStore(precisionTrialStore, (state) => (state.problem?.network === id ? state.problem : null));
  const taken = useStore(precisionTrialStore, (state) => state.taken.get(id));
  const changing = useStore(changingNetworkStore, (state) => state.changing.has(id));
  if (kept === undefined) {
    const keep = () => void keepNetwork(new AbortController().signal, id).catch(notifyError);
    return (
      <Section title="On this device">
        <p>It is here until this page is closed or reloaded.</p>
        <div className={styles.buttons}>
          <Button icon={<HardDriveDownload aria-hidden />} onClick={keep} disabled={entry.loaded === null}>
            Keep it on this device
          </Button>
        </div>
      </Section>
    );
  }
  return (
    <Section title="On this device">
      <p>
        Kept: {formatBytes(kept.bytes)}, weights in {precisions[kept.precision]}.
        {taken !== undefined && ` ${changeWords(taken)}`}
      </p>
      {problem !== null && <Problem message={problem.message} remedy={problem.remedy} />}
      {trial !== null ? (
        <Trial trial={trial} />
      ) : (
        <div className={styles.buttons}>
          {smaller[kept.precision].map(([to, words]) => (
            // Measured now, it would be refused: the network is becoming another one.
            <Button key={to} disabled={changing || entry.loaded === null} onClick={() => void tryPrecision(id, to)}>
              {words}
            </Button>
          ))}
        </div>
      )}
    </Section>
  );
}
