import type { PerturbationCurve } from '../../../../../shared/explain';
import { explanationStore, trustStore } from '../../../../state/explanation';
import { useStore } from '../../../../state/useStore';
import { formatDecimal } from '../../../../ui/formatDecimal';
import { LinePlot } from '../../../../ui/LinePlot';
import styles from './Trust.module.css';
import { perturbationSentence } from './trustSentences';

const kinds = ['deletion', 'insertion'] as const;

/** Deletion beside insertion: the map's order against a random one. */
export function Curves() {
  const any = useStore(trustStore, ({ curves }) => curves.length > 0);
  if (!any) return null;
  return (
    <div className={styles.curves}>
      {kinds.map((kind) => (
        <Pair key={kind} kind={kind} />
      ))}
    </div>
  );
}

function Pair({ kind }: { readonly kind: PerturbationCurve['kind'] }) {
  const curves = useStore(trustStore, (state) => state.curves);
  const target = useStore(explanationStore, ({ shown }) => shown?.target.kind ?? 'class');
  const own = curves.filter((curve) => curve.kind === kind);
  const map = own.find(({ order }) => order === 'map');
  const random = own.find(({ order }) => order === 'random');
  const sentence = perturbationSentence(curves, kind, target);
  const score = target === 'similarity' ? 'cosine' : 'probability';
  const title = kind === 'deletion' ? 'Deletion' : 'Insertion';
  return (
    <figure className={styles.pair}>
      <figcaption className={styles.note}>
        {title}: {score} by share of pixels {kind === 'deletion' ? 'deleted' : 'inserted'}
      </figcaption>
      <LinePlot
        label={`${title}: ${sentence ?? 'being measured'}`}
        shares={(map ?? random)?.shares ?? []}
        accent={map?.scores ?? []}
        plain={random?.scores ?? []}
      />
      <p className={styles.legend}>
        <span className={styles.ofMap}>map {map === undefined ? '…' : formatDecimal(map.area)}</span>
        <span className={styles.ofRandom}>random {random === undefined ? '…' : formatDecimal(random.area)}</span>
      </p>
      {sentence !== null && <p>{sentence}</p>}
    </figure>
  );
}
