import { regions } from '../../../../shared/face';
import { peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { joinClasses } from '../../../ui/joinClasses';
import { Head } from './Head';
import { regionHead } from './regionHead';
import { orderBy, selectAll } from './select';
import styles from './Table.module.css';

/** The heads of the photos' table. */
export function ColumnHeads({ ids }: { readonly ids: readonly string[] }) {
  const all = useStore(peopleViewStore, ({ selected }) => ids.length > 0 && ids.every((id) => selected.has(id)));
  const order = useStore(peopleViewStore, (view) => view.order);
  const sort = { order, onOrder: orderBy };
  return (
    <thead className={styles.heads}>
      <tr aria-rowindex={1} className={joinClasses(styles.row, styles.head)}>
        <th scope="col" className={styles.check}>
          <input type="checkbox" aria-label="Select all listed photos" checked={all} onChange={() => selectAll(ids)} />
        </th>
        <th scope="col" className={styles.face}>
          <span className="visually-hidden">Face</span>
        </th>
        <Head column="file" title="Photo" className={styles.file} {...sort} />
        <Head column="person" title="Person" className={styles.whose} {...sort} />
        <Head column="group" title="Group" className={styles.group} {...sort} />
        <Head column="label" title="Answer" className={styles.label} {...sort} />
        <Head column="probability" title="Prob." className={styles.number} {...sort} />
        <th scope="col" className={styles.map} title="On the mean face, each on its own scale">
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
