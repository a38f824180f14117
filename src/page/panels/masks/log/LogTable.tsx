import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { maskFills } from '../../../../shared/mask/maskFills';
import { replaceMask } from '../../../flows/masks/editMask';
import type { TriedMask } from '../../../state/maskResults';
import { formatPercent } from '../../../ui/formatPercent';
import { StillPicture } from '../../../ui/StillPicture';
import { showFace } from '../canvas/showFace';
import { formatChange } from '../formatChange';
import table from '../Table.module.css';
import styles from './Log.module.css';
import { madeWith } from './madeWith';
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
            {columns.map((one) => (
              <Head key={one.column} {...one} order={order} onSort={sortBy} />
            ))}
          </tr>
          <tr>
            <Head column="made" title="Network, method, layer" span={columns.length} order={order} onSort={sortBy} />
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

interface HeadProps {
  readonly column: LogColumn;
  readonly title: string;
  readonly span?: number;
  readonly order: LogOrder;
  readonly onSort: (column: LogColumn) => void;
}

function Head({ column, title, span = 1, order, onSort }: HeadProps) {
  const sorted = order.column === column;
  return (
    <th scope="col" colSpan={span} aria-sort={sorted ? order.direction : 'none'}>
      <button type="button" className={styles.sort} onClick={() => onSort(column)}>
        {title}
        {sorted && (order.direction === 'ascending' ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />)}
      </button>
    </th>
  );
}

function Row({ entry }: { readonly entry: TriedMask }) {
  const { id, name, covered, answer, firstName, logitChange, firstRank, face, photo, mask } = entry;
  const fills = maskFills(mask).join(', ');
  const putBack = () => {
    replaceMask(mask);
    showFace();
  };
  return (
    <>
      <tr title={`${firstName} is at place ${firstRank}`}>
        <th scope="row" className={styles.cell}>
          <button
            type="button"
            className={styles.restore}
            aria-label={`Put back mask ${id}, ${name}`}
            onClick={putBack}
          >
            <StillPicture picture={entry.thumbnail} className={styles.thumbnail} />
            <span className={styles.words}>{name}</span>
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
      <tr className={table.goesOn}>
        <td colSpan={columns.length} className={styles.made}>
          No. {id} · {fills === '' ? 'no fill' : fills} · {face}, {photo} · {madeWith(entry)}
        </td>
      </tr>
    </>
  );
}
