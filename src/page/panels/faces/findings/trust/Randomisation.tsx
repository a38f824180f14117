import { mapRange } from '../../../../paint/mapRange';
import { explanationStore, trustStore } from '../../../../state/explanation';
import { facesStore } from '../../../../state/faces';
import { useStore } from '../../../../state/useStore';
import { formatDecimal } from '../../../../ui/formatDecimal';
import { MapCanvas } from '../../../../ui/MapCanvas';
import styles from './Trust.module.css';
import { randomisationSentence } from './trustSentences';

/** The map while more and more layers get random weights, with its rank correlation under each. */
export function Randomisation() {
  const steps = useStore(trustStore, (state) => state.randomisation);
  const finished = useStore(trustStore, ({ running }) => running !== 'randomisation');
  const trained = useStore(explanationStore, ({ shown }) => shown?.map ?? null);
  const picture = useStore(facesStore, ({ crop }) => crop?.input ?? null);
  if (steps.length === 0 || trained === null || picture === null) return null;
  return (
    <>
      <ol className={styles.strip} aria-label="Maps with more and more random layers">
        <Step map={trained} picture={picture} layer="trained" correlation={1} />
        {steps.map(({ layer, map, correlation }) => (
          <Step key={layer} map={map} picture={picture} layer={layer} correlation={correlation} />
        ))}
      </ol>
      {finished && <p>{randomisationSentence(steps)}</p>}
    </>
  );
}

/** Why there is no figure. */
const constantMap = 'the map is the same everywhere, so it has no order to compare';

interface StepProps {
  readonly map: Parameters<typeof mapRange>[0][number];
  readonly picture: Parameters<typeof MapCanvas>[0]['picture'];
  readonly layer: string;
  readonly correlation: number;
}

function Step({ map, picture, layer, correlation }: StepProps) {
  return (
    <li className={styles.step} title={Number.isNaN(correlation) ? `${layer}: ${constantMap}` : layer}>
      <MapCanvas picture={picture} map={map} range={mapRange([map])} className={styles.small} />
      <span className={styles.number}>
        <span className="visually-hidden">{layer}: rank correlation </span>
        {Number.isNaN(correlation) ? 'constant' : formatDecimal(correlation)}
      </span>
      <span className={styles.layer} aria-hidden>
        <bdi>{layer}</bdi>
      </span>
    </li>
  );
}
