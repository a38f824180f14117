import type { NeedsTable } from '../../../../shared/mask/needsTable';
import { formatDecimal } from '../../../ui/formatDecimal';
import table from '../Table.module.css';
import { needsSentence } from './needsSentence';

interface Props {
  readonly result: NeedsTable;
  /** Whose drop was measured. */
  readonly label: string;
  readonly unit: 'logit' | 'cosine';
  /** Method and target of the map. */
  readonly heatOf: string;
}

/** How the table is to be read and what it comes to; that only when every region is measured. */
export function NeedsFindings({ result: { rows, agreement, apart, done, total }, label, unit, heatOf }: Props) {
  const sentences = rows.flatMap((row) => needsSentence(row, label, unit) ?? []);
  return (
    <>
      <p className={table.note}>
        Heat: {heatOf}. Drop: fall of the {unit} of {label} when the region is hidden, mean ± standard deviation over
        the fills, then fill by fill; points: drop of its probability, in percentage points. A negative drop is a rise.
        Ranks: by heat, by drop; 1 is the most heat, the largest drop. Needed is a region whose mean drop is larger than
        its deviation. Marked once all regions are measured: ranks that lie {apart} or more apart, with more heat than
        drop and not needed, or with more drop than heat and needed.
      </p>
      {done < total && (
        <p role="status" className={table.note}>
          {done} of {total} regions measured.
        </p>
      )}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {Number.isFinite(agreement) && (
        <p>
          Rank correlation of heat and drop: <strong>{formatDecimal(agreement)}</strong>
          {sentences.length === 0 && '. No region is marked'}.
        </p>
      )}
    </>
  );
}
