import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { type Judgement, judgeInput } from '../../../../shared/judgeInput';
import type { LoadedNetwork } from '../../../../shared/network';
import { checkInput, stopChecking } from '../../../flows/networks/checkInput';
import { guessOf } from '../../../intake/guessOf';
import { inputCheckStore } from '../../../state/inputCheck';
import type { NetworkEntry } from '../../../state/networks';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { Problem } from '../../../ui/Problem';
import { ProgressBar } from '../../../ui/ProgressBar';

import { InputStatistics } from './InputStatistics';
import styles from './Preprocessing.module.css';

interface Props {
  readonly entry: NetworkEntry;
  readonly loaded: LoadedNetwork;
}

/**
 * What the network really gets of a face, held against what it was trained on. A wrong preprocessing raises no error,
 * so a network of the user's own is tested by itself.
 */
export function InputCheckPart({ entry, loaded }: Props) {
  const { id, hash, preprocessing } = loaded.info;
  const found = useStore(inputCheckStore, ({ checked }) => checked.get(id));
  const running = useStore(inputCheckStore, (state) => state.running === id);
  const problem = useStore(inputCheckStore, (state) => (state.problem?.network === id ? state.problem : null));
  const checked = found?.hash === hash ? found : null;
  const own = entry.spec.source.format === 'files';
  useEffect(() => {
    if (own && inputCheckStore.getState().checked.get(id)?.hash !== hash) void checkInput(id);
    return stopChecking;
  }, [own, id, hash]);
  const expected = expectedOf(entry);
  return (
    <section className={styles.check} aria-label="What the network gets">
      {checked !== null && (
        <>
          <InputStatistics checked={checked} preprocessing={preprocessing} />
          {judgeInput(checked.check, preprocessing, expected, !own).map((judgement) => (
            <Verdict key={judgement.evidence} judgement={judgement} />
          ))}
        </>
      )}
      {problem !== null && <Problem message={problem.message} remedy={problem.remedy} />}
      {running ? (
        <div className={styles.running}>
          <p>Testing it on a face</p>
          <ProgressBar label="Testing the preprocessing" fraction={null} text="Testing it on a face" />
        </div>
      ) : (
        <Button onClick={() => void checkInput(id)}>{checked === null ? 'Test it on a face' : 'Test again'}</Button>
      )}
    </section>
  );
}

/** Of networks that come along the preprocessing is known; of one's own it is what layers or classes tell. */
function expectedOf(entry: NetworkEntry) {
  if (entry.spec.source.format !== 'files') return entry.spec.preprocessing;
  const guess = guessOf(entry);
  return guess.basis === 'layers' || guess.basis === 'classes' ? guess.preprocessing : null;
}

const icons = { true: CircleCheck, false: TriangleAlert, null: CircleHelp } as const;

function Verdict({ judgement: { fits, words } }: { readonly judgement: Judgement }) {
  const Icon = icons[`${fits}`];
  return (
    <p role={fits === false ? 'alert' : 'status'} className={styles.verdict} data-fits={fits}>
      <Icon aria-hidden />
      <span>{words}</span>
    </p>
  );
}
