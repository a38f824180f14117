import { ArrowDown, ArrowUp } from 'lucide-react';
import { type Region, regions } from '../../../../shared/face';
import { type PhotoColumn, peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { joinClasses } from '../../../ui/joinClasses';
import { orderBy, selectAll } from './select';
import styles from './Table.module.css';

const titles: Readonly<Partial<Record<PhotoColumn, string>>> = {
  file: 'Photo',
  group: 'Group',
  label: 'Named',
  probability: 'Prob.',
};

/** 'elsewhere' is too long for its column. */
const regionTitle = (region: Region) =>
  region === 'elsewhere' ? 'Else' : `${region[0]?.toUpperCase() ?? ''}${region.slice(1)}`;

/** The table's heads; a click sorts by a column, a second one the other way round. */
export function ColumnHeads({ ids }: { readonly ids: readonly string[] }) {
  const all = useStore(peopleViewStore, ({ selected }) => ids.length > 0 && ids.every((id) => selected.has(id)));
  return (
    <thead className={styles.heads}>
      <tr aria-rowindex={1} className={joinClasses(styles.row, styles.head)}>
        <th scope="col" className={styles.check}>
          <input type="checkbox" aria-label="Select all listed photos" checked={all} onChange={() => selectAll(ids)} />
        </th>
        <th scope="col" className={styles.face}>
          <span className="visually-hidden">Face</span>
        </th>
        <Head column="file" title={titles.file ?? ''} className={styles.file} />
        <Head column="group" title={titles.group ?? ''} className={styles.group} />
        <Head column="label" title={titles.label ?? ''} className={styles.label} />
        <Head column="probability" title={titles.probability ?? ''} className={styles.number} />
        <th scope="col" className={styles.map} title="On the mean face, each on its own scale">
          Map
        </th>
        {regions.map((region) => (
          <Head key={region} column={region} title={regionTitle(region)} className={styles.heat} />
        ))}
        <th scope="col" className={styles.open}>
          <span className="visually-hidden">Open</span>
        </th>
      </tr>
    </thead>
  );
}

interface HeadProps {
  readonly column: PhotoColumn;
  readonly title: string;
  readonly className: string | undefined;
}

function Head({ column, title, className }: HeadProps) {
  const order = useStore(peopleViewStore, (view) => view.order);
  const sorted = order.column === column ? order.direction : 'none';
  return (
    <th scope="col" aria-sort={sorted} className={className}>
      <button type="button" className={styles.sort} onClick={() => orderBy(column)}>
        {title}
        {sorted === 'ascending' && <ArrowUp aria-hidden />}
        {sorted === 'descending' && <ArrowDown aria-hidden />}
      </button>
    </th>
  );
}
