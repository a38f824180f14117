import { useEffect } from 'react';
import { askSecondSoon, chooseSecond, followSecond, stopSecond } from '../../flows/second/followSecond';
import { facesStore } from '../../state/faces';
import { networksStore } from '../../state/networks';
import { secondNetworkStore } from '../../state/secondNetwork';
import { useStore } from '../../state/useStore';
import { Button } from '../../ui/Button';
import { Problem } from '../../ui/Problem';
import { ProgressBar } from '../../ui/ProgressBar';
import { Section } from '../../ui/Section';
import { SelectField } from '../../ui/SelectField';
import styles from './Second.module.css';
import { SecondLayer } from './SecondLayer';
import { SecondPairs } from './SecondPairs';

interface Props {
  /** Also under the mask on the bench. */
  readonly masked: boolean;
  /** Whether it is open, where a bench keeps that; else it begins closed. */
  readonly folds?: 'open' | 'closed';
  readonly onFold?: (open: boolean) => void;
}

const nobody = 'none';

/** Two networks on the same face, side by side: what each answers, and where each finds it. */
export function SecondSection({ masked, folds = 'closed', onFold }: Props) {
  return (
    <Section title="Two networks" folds={folds} {...(onFold === undefined ? {} : { onFold })}>
      <Second masked={masked} />
    </Section>
  );
}

/** Built, and so at work, only while the section is open. */
function Second({ masked }: Pick<Props, 'masked'>) {
  const entries = useStore(networksStore, (state) => state.entries);
  const first = useStore(facesStore, ({ crop }) => crop?.network ?? null);
  const chosen = useStore(secondNetworkStore, (state) => state.network);
  const problem = useStore(secondNetworkStore, (state) => state.problem);
  useEffect(() => followSecond(masked), [masked]);
  const others = [...entries.values()].filter(({ spec }) => spec.id !== first);
  // The network in view, or one that was removed, is no second one.
  const second = others.some(({ spec }) => spec.id === chosen) ? chosen : null;
  const options = [
    { value: nobody, label: 'Choose a network' },
    ...others.map(({ spec }) => ({ value: spec.id, label: spec.name })),
  ];
  return (
    <>
      <SelectField
        label="Compare with"
        value={second ?? nobody}
        options={options}
        onChange={(id) => chooseSecond(id === nobody ? null : id, masked)}
      />
      {second !== null && <SecondLayer network={second} />}
      {problem !== null && (
        <Problem message={problem.message} remedy={problem.remedy}>
          <Button onClick={() => askSecondSoon(masked)}>Try again</Button>
        </Problem>
      )}
      <SecondStage />
      {second === null ? (
        <p className={styles.note}>
          Another network gets the same face, cropped as that one wants it, and names the same people by an identity
          head of its own.
        </p>
      ) : (
        <SecondPairs second={second} masked={masked} />
      )}
    </>
  );
}

function SecondStage() {
  const stage = useStore(secondNetworkStore, (state) => state.stage);
  if (stage === null) return null;
  return (
    <div className={styles.stage}>
      <p role="status">{stage.words}</p>
      <ProgressBar label="Second network" fraction={stage.fraction} text={stage.words} />
      <Button look="quiet" onClick={stopSecond}>
        Stop
      </Button>
    </div>
  );
}
