import { X } from 'lucide-react';
import { cosine } from '../../../../../shared/cosine';
import { chooseTargetKind } from '../../../../flows/faces/changeExplanation';
import { clearReference } from '../../../../flows/faces/setReference';
import { explanationStore, type Reference } from '../../../../state/explanation';
import { facesStore } from '../../../../state/faces';
import { useStore } from '../../../../state/useStore';
import { Button } from '../../../../ui/Button';
import { formatDecimal } from '../../../../ui/formatDecimal';
import { IconButton } from '../../../../ui/IconButton';
import { StillPicture } from '../../../../ui/StillPicture';
import { useExplained } from './useExplained';
import styles from './Who.module.css';

/** Nearer than this are only the same pixels. */
const itselfFrom = 0.9999;

/** The second face of a match: how alike the two are, and the way to a map of that. */
export function ReferenceCard({ reference }: { readonly reference: Reference }) {
  const crop = useStore(facesStore, (state) => state.crop);
  const embedding = useStore(facesStore, ({ recognition }) => recognition?.embedding ?? null);
  const explained = useExplained() === 'similarity';
  const sameNetwork = crop?.network === reference.network;
  const similarity = sameNetwork && embedding !== null ? cosine(embedding, reference.embedding) : null;
  const itself = similarity !== null && similarity > itselfFrom;
  return (
    <div className={styles.reference}>
      <StillPicture picture={reference.input} className={styles.thumbnail} label={`Reference: ${reference.name}`} />
      <div>
        <p className={styles.referenceName} title={reference.name}>
          {reference.name}
        </p>
        <p className={styles.note}>{words(sameNetwork, similarity)}</p>
      </div>
      <div className={styles.actions}>
        {similarity !== null && !itself && <ExplainMatch explained={explained} />}
        <IconButton label="Clear the reference" icon={<X aria-hidden />} onClick={clearReference} />
      </div>
    </div>
  );
}

function ExplainMatch({ explained }: { readonly explained: boolean }) {
  const target = useStore(explanationStore, (state) => state.target.kind);
  const toggle = () => chooseTargetKind({ kind: target === 'similarity' ? 'top' : 'similarity' });
  return (
    <Button aria-pressed={explained} look={explained ? 'primary' : 'plain'} onClick={toggle}>
      {explained ? 'Explained' : 'Explain the match'}
    </Button>
  );
}

function words(sameNetwork: boolean, similarity: number | null): string {
  if (!sameNetwork) return 'Set with another network: set it again to compare.';
  if (similarity === null) return 'Compared once this face is recognised.';
  if (similarity > itselfFrom) return 'This face is the reference. Choose another face or photo to compare.';
  return `Cosine similarity ${formatDecimal(similarity)}`;
}
