import type { IdentityHead, Recognition } from '../../../../../shared/explain';
import { showSheet } from '../../../../state/view';
import { Button } from '../../../../ui/Button';
import { formatDecimal } from '../../../../ui/formatDecimal';
import { AnswerList } from './AnswerList';
import { topScores } from './topScores';
import styles from './Who.module.css';

interface Props {
  readonly recognition: Recognition;
  readonly head: IdentityHead | null;
}

const listed = 5;
/** Where cosine distances end: such a threshold calls nobody unknown. */
const farthest = 2;
/** Nearer than this, and rounded to 0.00, are only the same pixels. */
const itselfBelow = 0.005;

/** The people of the gallery that this face is most like, or why nobody can be named. */
export function IdentityAnswer({ recognition: { identity, embedding }, head }: Props) {
  if (embedding === null)
    return <p className={styles.note}>This network has no embedding: it cannot tell people apart.</p>;
  if (identity === null || head === null) return <NobodyYet />;
  const rows = topScores(identity.scores, listed).map(({ label, logit, probability }) => ({
    target: { kind: 'identity', name: label } as const,
    label,
    logit,
    probability,
  }));
  const nearest = head.names[identity.nearest.index] ?? 'nobody';
  const distance = formatDecimal(identity.nearest.distance);
  const threshold = formatDecimal(head.unknownDistance);
  return (
    <>
      {identity.unknown && (
        <p className={styles.unknown}>
          <strong>Unknown:</strong> unlike everybody in the gallery (distance {distance}, threshold {threshold}). Below
          are those whom the head finds most probable, in the order of its probability: none of them is the answer.
        </p>
      )}
      <AnswerList title="Identity" rows={rows} muted={identity.unknown} />
      {!identity.unknown && (
        <p className={styles.note}>
          {identity.nearest.distance < itselfBelow ? (
            'This very photo is in the gallery: its name says nothing about recognition.'
          ) : (
            <>
              Nearest photo: {nearest}, at cosine distance {distance}
              {head.unknownDistance < farthest && <>; beyond {threshold} a face is unknown</>}.
            </>
          )}
        </p>
      )}
    </>
  );
}

function NobodyYet() {
  return (
    <div className={styles.empty}>
      <p>
        Nobody to compare with yet. Name this face below, or add people from photos; then the network’s embedding tells
        them apart.
      </p>
      <Button onClick={() => showSheet('gallery')}>Add people</Button>
    </div>
  );
}
