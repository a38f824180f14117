import { ArrowDown, ArrowUp } from 'lucide-react';
import type { RowOrder } from '../../../state/peopleView';
import styles from './Table.module.css';

interface Props<Column extends string> {
  readonly column: Column;
  readonly title: string;
  readonly className: string | undefined;
  readonly order: RowOrder<Column>;
  readonly onOrder: (column: Column) => void;
}

/** A column's head; a click sorts by it, a second one the other way round. */
export function Head<Column extends string>({ column, title, className, order, onOrder }: Props<Column>) {
  const sorted = order.column === column ? order.direction : 'none';
  return (
    <th scope="col" aria-sort={sorted} className={className}>
      <button type="button" className={styles.sort} onClick={() => onOrder(column)}>
        {title}
        {sorted === 'ascending' && <ArrowUp aria-hidden />}
        {sorted === 'descending' && <ArrowDown aria-hidden />}
      </button>
    </th>
  );
}
