import type { GroupComparison } from '../../../../shared/people';
import { figure, span } from '../../../../shared/people/figures';
import { enrolledSentence, untoldRate } from '../../../../shared/people/verdicts';
import { DataTable } from './DataTable';
import styles from './Figures.module.css';
import { useSource } from './useSource';

interface Props {
  readonly comparison: GroupComparison;
  readonly mask?: string | null;
}

const rate = { kind: 'recognised' } as const;
const probability = { kind: 'probability' } as const;

/** How often each group's photos get the right name, and how probable the name is. */
export function RecognitionTable({ comparison: { groups }, mask = null }: Props) {
  const source = useSource('shares of photos, mean over persons', mask);
  const enrolled = enrolledSentence({ groups });
  const heads = ['Group', 'Persons', 'Photos', 'Probability', '95 %', 'Recognised', '95 %', 'of persons', 'of photos'];
  return (
    <>
      <DataTable
        hideCaption
        caption="Recognition"
        heads={heads}
        source={source}
        figures={groups.map((group) => group.probability)}
      >
        {groups.map((group) => (
          <tr key={group.group}>
            <th scope="row" className={styles.name}>
              {group.group}
            </th>
            <td className={styles.soft}>{group.persons}</td>
            <td className={styles.soft}>{group.photos}</td>
            <td>{figure(group.probability.mean, probability)}</td>
            <td className={styles.soft}>{span(group.probability, probability)}</td>
            <td>{group.recognised === null ? untoldRate(group) : figure(group.recognised.mean, rate)}</td>
            <td className={styles.soft}>{group.recognised === null ? '' : span(group.recognised, rate)}</td>
            <td className={styles.soft}>{group.named.persons}</td>
            <td className={styles.soft}>{group.named.photos}</td>
          </tr>
        ))}
      </DataTable>
      {enrolled !== null && (
        <p role="note" className={styles.text}>
          {enrolled}
        </p>
      )}
      {groups.some(({ named, enrolled: own, persons }) => named.persons + own.persons < persons) && (
        <p className={styles.note}>
          Recognition can be told where you say whose photo it is and the gallery knows that person by the same name. To
          have it told, add these people to the gallery on the Faces bench, under the names that they have here, by
          other photos than these.
        </p>
      )}
    </>
  );
}
