import { regions } from '../../../../shared/face';
import { peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { joinClasses } from '../../../ui/joinClasses';
import { Head } from './Head';
import { regionHead } from './regionHead';
import { orderPersonsBy, selectAll } from './select';
import styles from './Table.module.css';

/** The heads of the persons' table. @param ids of all photos of the persons listed */
export function PersonHeads({ ids }: { readonly ids: readonly string[] }) {
  const all = useStore(peopleViewStore, ({ selected }) => ids.length > 0 && ids.every((id) => selected.has(id)));
  const order = useStore(peopleViewStore, (view) => view.personOrder);
  const sort = { order, onOrder: orderPersonsBy };
  return (
    <thead className={styles.heads}>
      <tr aria-rowindex={1} className={joinClasses(styles.row, styles.head)}>
        <th scope="col" className={styles.check}>
          <input
            type="checkbox"
            aria-label="Select all photos of the listed persons"
            checked={all}
            onChange={() => selectAll(ids)}
          />
        </th>
        <th scope="col" className={styles.face}>
          <span className="visually-hidden">Face</span>
        </th>
        <Head column="person" title="Person" className={styles.file} {...sort} />
        <Head column="group" title="Group" className={styles.group} {...sort} />
        <Head column="label" title="Answer" className={styles.label} {...sort} />
        <Head column="photos" title="Photos" className={styles.number} {...sort} />
        <Head column="recognised" title="Right" className={styles.number} {...sort} />
        <Head column="probability" title="Prob." className={styles.number} {...sort} />
        <th
          scope="col"
          className={styles.map}
          title="The mean of the person’s photos on the mean face, on its own scale"
        >
          Map
        </th>
        {regions.map((region) => (
          <Head key={region} column={region} title={regionHead(region)} className={styles.heat} {...sort} />
        ))}
        <th scope="col" className={styles.open}>
          <span className="visually-hidden">Open</span>
        </th>
      </tr>
    </thead>
  );
}
