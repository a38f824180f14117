import type { ReactNode } from 'react';
import type { Picture } from '../../../../shared/ascent';
import { stopMeasurement } from '../../../flows/masks/maskWork';
import { type Measurement, maskResultsStore, type StopReason } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import table from '../Table.module.css';
import { RunningProgress } from './RunningProgress';
import { useBegun, useFaceInput } from './useFaceInput';

const stopWords: Readonly<Record<StopReason, string>> = {
  changed: 'Stopped: the mask was changed.',
  other: 'Stopped: another face, network or gallery was chosen.',
  left: 'Stopped: another bench was opened.',
};

interface Props {
  readonly kind: Measurement;
  /** 'Measure', 'Search'. */
  readonly start: string;
  readonly onStart: () => void;
  /** 0..1 while it runs; null where nobody knows. */
  readonly fraction: number | null;
  /** What the fraction counts. */
  readonly parts?: { readonly count: number; readonly name: string };
  /** The face that was measured last, if any was. */
  readonly before?: Picture | null;
  readonly disabled?: boolean;
  readonly children?: ReactNode;
}

/** Starts a measurement; while it runs, shows how far it is and stops it. */
export function RunButton({ kind, start, onStart, fraction, parts, before = null, disabled = false, children }: Props) {
  const begun = useBegun(kind);
  const running = begun !== null;
  const stopped = useStore(maskResultsStore, (state) => state.stopped.get(kind));
  const input = useFaceInput();
  const ready = input !== null;
  return (
    <div className={table.row}>
      {running ? (
        <>
          <Button onClick={() => stopMeasurement(kind)}>Stop</Button>
          <RunningProgress
            label={start}
            begun={begun}
            fraction={fraction}
            {...(parts === undefined ? {} : { parts })}
          />
        </>
      ) : (
        <Button disabled={!ready || disabled} onClick={onStart}>
          {start}
        </Button>
      )}
      {!running && children}
      {!running && !ready && <p className={table.note}>It can start once the network has recognised the face.</p>}
      {!running && ready && stopped === undefined && before !== null && before !== input && (
        <p className={table.note}>What was measured before was another face, or for another network: measure again.</p>
      )}
      {stopped !== undefined && (
        <p role="status" className={table.note}>
          {stopWords[stopped]}
        </p>
      )}
    </div>
  );
}
