import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { maskFills } from '../../../../shared/mask/maskFills';
import { replaceMask } from '../../../flows/masks/editMask';
import type { TriedMask } from '../../../state/maskResults';
import { formatPercent } from '../../../ui/formatPercent';
import { StillPicture } from '../../../ui/StillPicture';
import { formatChange } from '../formatChange';
import table from '../Table.module.css';
import styles from './Log.module.css';
import { type LogColumn, type LogOrder, sortLog } from './sortLog';

const columns: readonly { readonly column: LogColumn; readonly title: string }[] = [
  { column: 'id', title: 'Mask' },
  { column: 'covered', title: 'Hidden' },
  { column: 'name', title: 'Name' },
  { column: 'probability', title: 'Prob.' },
  { column: 'change', title: 'Logit' },
];

/** The log; a click on a column's head sorts by it, a second one the other way round. */
export function LogTable({ log }: { readonly log: readonly TriedMask[] }) {
  const [order, setOrder] = useState<LogOrder>({ column: 'id', direction: 'descending' });
  const sorted = useMemo(() => sortLog(log, order), [log, order]);
  const sortBy = (column: LogColumn) =>
    setOrder({
      column,
      direction: order.column === column && order.direction === 'ascending' ? 'descending' : 'ascending',
    });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard has to reach it
    <section className={table.scroller} aria-label="Masks tried" tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            {columns.map(({ column, title }) => (
              <th key={column} scope="col" aria-sort={order.column === column ? order.direction : 'none'}>
                <button type="button" className={styles.sort} onClick={() => sortBy(column)}>
                  {title}
                  {order.column === column &&
                    (order.direction === 'ascending' ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ entry }: { readonly entry: TriedMask }) {
  const { id, name, covered, answer, firstName, logitChange, firstRank, face, photo, mask } = entry;
  const fills = maskFills(mask).join(', ');
  return (
    <tr title={`${firstName} is at place ${firstRank}`}>
      <th scope="row" className={styles.cell}>
        <button
          type="button"
          className={styles.restore}
          aria-label={`Put back mask ${id}, ${name}`}
          onClick={() => replaceMask(entry.mask)}
        >
          <StillPicture picture={entry.thumbnail} className={styles.thumbnail} />
          <span className={styles.words}>
            {name}
            <span className={styles.number} title={`${face} of ${photo}`}>
              No. {id} · {fills === '' ? 'no fill' : fills}
            </span>
            <span className={styles.number} title={`${face} of ${photo}`}>
              {face}, {photo}
            </span>
          </span>
        </button>
      </th>
      <td>{formatPercent(covered)}</td>
      <td className={styles.name} data-changed={answer.name !== firstName}>
        {answer.name ?? 'Nobody'}
        {answer.name === null && <span className={styles.nearest}> nearest: {answer.nearest}</span>}
      </td>
      <td>{formatPercent(answer.probability)}</td>
      <td>{formatChange(logitChange)}</td>
    </tr>
  );
}
