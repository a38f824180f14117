import { checkPerturbation, checkRandomisation, stopTrustCheck } from '../../../../flows/faces/checkTrust';
import { explanationStore, trustStore } from '../../../../state/explanation';
import { useStore } from '../../../../state/useStore';
import { Button } from '../../../../ui/Button';
import { ProgressBar } from '../../../../ui/ProgressBar';
import { Section } from '../../../../ui/Section';
import { useShownHere } from '../useShownHere';
import { Curves } from './Curves';
import { Randomisation } from './Randomisation';
import styles from './Trust.module.css';

/** Two checks of the map on the screen, on demand. */
export function TrustSection() {
  return (
    <Section title="Can this map be trusted?" folds="open">
      <Checks />
    </Section>
  );
}

function Checks() {
  const pending = useStore(explanationStore, ({ progress }) => progress !== null);
  const ready = useShownHere() !== null && !pending;
  const running = useStore(trustStore, (state) => state.running);
  const off = !ready || running !== null;
  return (
    <>
      <div className={styles.check}>
        <h3 className={styles.title}>Weight randomisation</h3>
        <p className={styles.note}>
          Layer after layer gets random weights, from the top down. A map that stays the same does not show what was
          learned (
          <a href="https://arxiv.org/abs/1810.03292" target="_blank" rel="noreferrer">
            Adebayo et al., 2018
          </a>
          ).
        </p>
        <Randomisation />
        {running === 'randomisation' ? (
          <Running />
        ) : (
          <div>
            <Button disabled={off} onClick={() => void checkRandomisation()}>
              Randomise the weights
            </Button>
          </div>
        )}
      </div>
      <div className={styles.check}>
        <h3 className={styles.title}>Deletion and insertion</h3>
        <p className={styles.note}>
          Pixels are greyed out, or put back, in the map’s order and in a random one. A good map’s deletion curve falls
          early and its insertion curve rises early (
          <a href="https://arxiv.org/abs/1806.07421" target="_blank" rel="noreferrer">
            Petsiuk et al., 2018
          </a>
          ).
        </p>
        <Curves />
        {running === 'perturbation' ? (
          <Running />
        ) : (
          <div>
            <Button disabled={off} onClick={() => void checkPerturbation()}>
              Delete and insert
            </Button>
          </div>
        )}
      </div>
    </>
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
