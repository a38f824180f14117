import type { HidingStep } from '../../../../shared/mask';
import type { HidingState } from '../../../state/maskResults';
import { maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { formatCount } from '../../../ui/format';
import { formatPercent } from '../../../ui/formatPercent';
import { useCropNetwork } from '../../../ui/useCropNetwork';
import table from '../Table.module.css';
import { answerInWords, checkInWords, isRefuted } from './hidingWords';
import styles from './Measured.module.css';

const phases: Readonly<Record<HidingStep['phase'], string>> = {
  regions: 'Hiding regions',
  patches: 'Adding patches',
  shrinking: 'Opening what is not needed',
  done: 'Done',
};

interface Props {
  readonly hiding: HidingState;
  readonly step: HidingStep;
  readonly running: boolean;
}

/** What the search has found, for this photo and these networks, and no more. */
export function HidingFindings({ hiding, step, running }: Props) {
  const network = useCropNetwork()?.info.name ?? hiding.network;
  const stage = useStore(maskResultsStore, (state) => state.stage);
  const done = step.phase === 'done';
  const refuted = isRefuted(hiding);
  return (
    <div className={styles.findings}>
      <p role="status" className={table.note}>
        {running
          ? done
            ? (stage?.words ?? 'Applying it afresh')
            : phases[step.phase]
          : done
            ? 'Search done'
            : 'Stopped'}{' '}
        · {formatCount(step.tried)} masks tried
      </p>
      {!refuted && <StepInWords hiding={hiding} step={step} />}
      {!running && !done && step.changed && (
        <p className={table.note}>Stopped before its end: a whole search may hide less.</p>
      )}
      {done && !step.changed && <p>No mask that this search tries changes the answer of {network} on this photo.</p>}
      {hiding.afresh !== null && (
        <p>
          Applied afresh, {network} answers: {answerInWords(hiding.afresh)}.
          {refuted && ' That is the answer without a mask: no mask was found.'}
        </p>
      )}
      {hiding.check !== null && <p>{checkInWords(hiding.check)}</p>}
      {hiding.unchecked !== null && <p className={table.note}>{hiding.unchecked}</p>}
      {done && step.changed && !refuted && (
        <p className={table.note}>
          Found for this photo, this gallery and these networks. Another photo, network or person may tell otherwise,
          and the search is greedy: a smaller mask may exist.
        </p>
      )}
    </div>
  );
}

/** How much is hidden, and who is named under it. */
function StepInWords({ hiding: { names }, step: { covered, changed, answer } }: Pick<Props, 'hiding' | 'step'>) {
  return (
    <>
      <p className={styles.figureWords}>
        <strong>{formatPercent(covered)}</strong> of the face hidden
      </p>
      <p>
        {changed ? 'Now ' : 'Still '}
        <strong>{answer.index < 0 ? 'nobody near enough' : (names[answer.index] ?? 'unknown')}</strong>
        {answer.index >= 0 && `, ${formatPercent(answer.probability)}`}
      </p>
    </>
  );
}
