import type { Recognition } from '../../../../shared/explain';
import { namesPeople } from '../../../../shared/mask/answerOf';
import { type ComparedAnswer, compareAnswers } from '../../../../shared/mask/compareAnswers';
import { formatPercent } from '../../../ui/formatPercent';
import { formatChange, formatPoints } from '../formatChange';
import table from '../Table.module.css';

interface Props {
  readonly before: Recognition;
  readonly after: Recognition;
}

/** Whoever is among the first five without the mask or under it. */
export function AnswerTable({ before, after }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a narrow screen, and a keyboard has to reach it
    <section className={table.scroller} aria-label="Answers before and after" tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{namesPeople(before) ? 'Name' : 'Class'}</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col" title="Percentage points">
              Points
            </th>
            <th scope="col">Logit</th>
            <th scope="col">Rank</th>
          </tr>
        </thead>
        <tbody>
          {compareAnswers(before, after).map((row) => (
            <Row key={row.index} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row: { label, before, after, logitChange } }: { readonly row: ComparedAnswer }) {
  return (
    <tr data-strong={before.rank === 1 || after.rank === 1}>
      <th scope="row" title={label}>
        {label}
      </th>
      <td>{formatPercent(before.probability, 2)}</td>
      <td>{formatPercent(after.probability, 2)}</td>
      <td>{formatPoints(before.probability, after.probability)}</td>
      <td>{formatChange(logitChange)}</td>
      <td>{before.rank === after.rank ? before.rank : `${before.rank} → ${after.rank}`}</td>
    </tr>
  );
}
