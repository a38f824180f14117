import type { ReactNode } from 'react';
import { checkPerturbation, checkRandomisation, stopTrustCheck } from '../../../../flows/faces/checkTrust';
import { explanationStore, trustStore } from '../../../../state/explanation';
import { useStore } from '../../../../state/useStore';
import { Button } from '../../../../ui/Button';
import { ProgressBar } from '../../../../ui/ProgressBar';
import { Section } from '../../../../ui/Section';
import { useShownHere } from '../../../../ui/useShownHere';
import { Curves } from './Curves';
import { Randomisation } from './Randomisation';
import styles from './Trust.module.css';
import { trustSectionId } from './trustSectionId';

/** Two checks of the map on the screen, on demand. */
export function TrustSection() {
  return (
    <Section id={trustSectionId} title="Can this map be trusted?" folds="open">
      <Checks />
    </Section>
  );
}

function Checks() {
  return (
    <>
      <Check kind="randomisation" title="Weight randomisation" act="Randomise the weights" onAct={checkRandomisation}>
        <p className={styles.note}>
          Layer after layer gets random weights, from the top down. A map that stays the same does not show what was
          learned (<Paper link="https://arxiv.org/abs/1810.03292">Adebayo et al., 2018</Paper>).
        </p>
        <Randomisation />
      </Check>
      <Check kind="perturbation" title="Deletion and insertion" act="Delete and insert" onAct={checkPerturbation}>
        <p className={styles.note}>
          Pixels are greyed out, or put back, in the map’s order and in a random one. A good map’s deletion curve falls
          early and its insertion curve rises early (
          <Paper link="https://arxiv.org/abs/1806.07421">Petsiuk et al., 2018</Paper>).
        </p>
        <Curves />
      </Check>
    </>
  );
}

interface CheckProps {
  readonly kind: 'randomisation' | 'perturbation';
  readonly title: string;
  readonly act: string;
  readonly onAct: () => Promise<void>;
  readonly children: ReactNode;
}

/** One check: what it does, what it has found, and the button that starts or stops it. */
function Check({ kind, title, act, onAct, children }: CheckProps) {
  const pending = useStore(explanationStore, ({ progress }) => progress !== null);
  const ready = useShownHere() !== null && !pending;
  const running = useStore(trustStore, (state) => state.running);
  return (
    <div className={styles.check}>
      <h3 className={styles.title}>{title}</h3>
      {children}
      {running === kind ? (
        <Running />
      ) : (
        <div>
          <Button disabled={!ready || running !== null} onClick={() => void onAct()}>
            {act}
          </Button>
        </div>
      )}
    </div>
  );
}

function Paper({ link, children }: { readonly link: string; readonly children: string }) {
  return (
    <a href={link} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

const curvesInAll = 4;

function Running() {
  const steps = useStore(trustStore, ({ randomisation }) => randomisation.length);
  const curves = useStore(trustStore, (state) => state.curves.length);
  const randomising = useStore(trustStore, ({ running }) => running === 'randomisation');
  const text = randomising ? `${steps} layers so far` : `${curves} of ${curvesInAll} curves`;
  return (
    <div className={styles.running}>
      <div className={styles.bar}>
        <ProgressBar label="Checking" fraction={randomising ? null : curves / curvesInAll} text={text} />
      </div>
      <span className={styles.note}>{text}</span>
      <Button onClick={stopTrustCheck}>Stop</Button>
    </div>
  );
}
