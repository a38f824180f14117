import type { GroupComparison } from '../../../../shared/people';
import { figure, span } from '../../../../shared/people/figures';
import { conditionNames } from '../../../../shared/people/quantities';
import { conditionWords } from '../../../../shared/people/quantityWords';
import { DataTable } from './DataTable';
import styles from './Figures.module.css';

/** What may differ between the groups' photos beside the people. */
export function ConditionTable({ comparison: { groups } }: { readonly comparison: GroupComparison }) {
  return (
    <DataTable
      hideCaption
      names={2}
      caption="The photos themselves"
      figures={groups.map(({ conditions }) => conditions)}
      heads={['Condition', 'Group', 'Mean', '95 %', 'Persons', 'Photos']}
      source={conditionNames
        .map((condition) => `${conditionWords[condition].title}: ${conditionWords[condition].meaning}`)
        .join(' · ')}
    >
      {conditionNames.map((condition) =>
        groups.map(({ group, persons, photos, conditions }, i) => (
          <tr key={`${condition} ${group}`} data-again={i > 0}>
            <th scope="row">
              <span>{conditionWords[condition].title}</span>
            </th>
            <td className={styles.name}>{group}</td>
            <td>{figure(conditions[condition].mean, { kind: 'condition', condition })}</td>
            <td className={styles.soft}>{span(conditions[condition], { kind: 'condition', condition })}</td>
            <td className={styles.soft}>{persons}</td>
            <td className={styles.soft}>{photos}</td>
          </tr>
        )),
      )}
    </DataTable>
  );
}
