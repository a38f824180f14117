import type { Recognition } from '../../../../../shared/explain';
import type { NetworkOutputs } from '../../../../../shared/network';
import { formatDecimal } from '../../../../ui/formatDecimal';
import { AgeSpark } from './AgeSpark';
import { AnswerList } from './AnswerList';
import { ageFacts } from './ageFacts';
import { topScores } from './topScores';
import styles from './Who.module.css';

interface Props {
  readonly answer: Recognition['outputs'][number];
  readonly outputs: NetworkOutputs;
}

const listed = 5;
const listedYears = 3;

/** One of the network's own outputs: its most probable classes; an age also as a distribution. */
export function OutputAnswer({ answer: { output, scores }, outputs }: Props) {
  const title = outputs.classes.find(({ id }) => id === output)?.title ?? output;
  const isAge = output === 'age';
  const rows = topScores(scores, isAge ? listedYears : listed).map(({ index, label, logit, probability }) => ({
    target: { kind: 'class', output, index } as const,
    label,
    logit,
    probability,
  }));
  return (
    <div className={styles.output}>
      <AnswerList title={title} rows={rows} />
      {isAge && <Age scores={scores} />}
    </div>
  );
}

function Age({ scores }: Pick<Props['answer'], 'scores'>) {
  const facts = ageFacts(scores);
  return (
    <div className={styles.age}>
      <AgeSpark scores={scores} facts={facts} />
      <p className={styles.note}>
        Expected {formatDecimal(facts.expected, 1)} years; 80 % of the probability from {facts.low} to {facts.high}.
      </p>
    </div>
  );
}
