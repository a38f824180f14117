import type { ReactNode } from 'react';
import { stopMeasurement } from '../../../flows/masks/maskWork';
import { type Measurement, maskResultsStore, type StopReason } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { ProgressBar } from '../../../ui/ProgressBar';
import table from '../Table.module.css';
import { useFaceInput, useRunning } from './useFaceInput';

const stopWords: Readonly<Record<StopReason, string>> = {
  changed: 'Stopped: the mask was changed.',
  left: 'Stopped: another bench was opened.',
};

interface Props {
  readonly kind: Measurement;
  /** 'Measure', 'Search'. */
  readonly start: string;
  readonly onStart: () => void;
  /** 0..1 while it runs; null where nobody knows. */
  readonly fraction: number | null;
  readonly disabled?: boolean;
  readonly children?: ReactNode;
}

/** Starts a measurement; while it runs, shows how far it is and stops it. */
export function RunButton({ kind, start, onStart, fraction, disabled = false, children }: Props) {
  const running = useRunning(kind);
  const stopped = useStore(maskResultsStore, (state) => state.stopped.get(kind));
  const ready = useFaceInput() !== null;
  const percent = fraction === null ? 'running' : `${Math.floor(fraction * 100)} %`;
  return (
    <div className={table.row}>
      {running ? (
        <>
          <Button onClick={() => stopMeasurement(kind)}>Stop</Button>
          <div className={table.grow}>
            <ProgressBar label={start} fraction={fraction} text={percent} />
          </div>
          {fraction !== null && <span className={table.note}>{percent}</span>}
        </>
      ) : (
        <Button disabled={!ready || disabled} onClick={onStart}>
          {start}
        </Button>
      )}
      {!running && children}
      {stopped !== undefined && (
        <p role="status" className={table.note}>
          {stopWords[stopped]}
        </p>
      )}
    </div>
  );
}
