import { Users } from 'lucide-react';
import { explanationStore } from '../../../../state/explanation';
import { facesStore } from '../../../../state/faces';
import { useStore } from '../../../../state/useStore';
import { showSheet } from '../../../../state/view';
import { Button } from '../../../../ui/Button';
import { pooledWords } from '../../../../ui/pooledWords';
import { Section } from '../../../../ui/Section';
import { useCropNetwork } from '../../../../ui/useCropNetwork';
import { FaceActions } from './FaceActions';
import { IdentityAnswer } from './IdentityAnswer';
import { OutputAnswer } from './OutputAnswer';
import { ReferenceCard } from './ReferenceCard';
import styles from './Who.module.css';

/** Who the network says it is, and its other answers; a click on one makes it what the map explains. */
export function WhoSection() {
  const recognition = useStore(facesStore, (state) => state.recognition);
  const head = useStore(facesStore, (state) => state.head);
  const reference = useStore(explanationStore, (state) => state.reference);
  const outputs = useCropNetwork()?.info.outputs;
  const pooled = outputs === undefined ? null : pooledWords(outputs);
  const nameless = recognition !== null && recognition.embedding === null;
  return (
    <Section title={nameless ? 'What does it answer' : 'Who is it'} aside={<People />}>
      {recognition === null || outputs === undefined ? (
        <p className={styles.note}>The answer stands here once the face is recognised.</p>
      ) : (
        <>
          <IdentityAnswer recognition={recognition} head={head} />
          {pooled !== null && (
            <p className={styles.note}>
              This network has no layer of its own for telling people apart: its embedding is {pooled}.
            </p>
          )}
          {recognition.outputs.map((answer) => (
            <OutputAnswer key={answer.output} answer={answer} outputs={outputs} />
          ))}
          <p className={styles.note}>The network’s answers, not facts about the person.</p>
          {recognition.embedding !== null && <FaceActions />}
        </>
      )}
      {reference !== null && <ReferenceCard reference={reference} />}
    </Section>
  );
}

function People() {
  return (
    <Button look="quiet" className={styles.people} icon={<Users aria-hidden />} onClick={() => showSheet('gallery')}>
      People
    </Button>
  );
}
