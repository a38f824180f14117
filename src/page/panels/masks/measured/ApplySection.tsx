import type { Answer } from '../../../../shared/mask/answerOf';
import { applyMaskToAll } from '../../../flows/masks/applyMaskToAll';
import { maskStore } from '../../../state/mask';
import { type AppliedRow, maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { formatPercent } from '../../../ui/formatPercent';
import { KeptSection } from '../KeptSection';
import table from '../Table.module.css';
import { appliedWords } from './appliedWords';
import styles from './Measured.module.css';
import { RunButton } from './RunButton';

/** The mask in view on every face of the photo and every person of the gallery. */
export function ApplySection() {
  const strokes = useStore(maskStore, (state) => state.strokes);
  const applied = useStore(maskResultsStore, (state) => state.applied);
  const rows = applied?.rows ?? [];
  return (
    <KeptSection title="This mask on all faces" folds="closed">
      <p className={table.note}>
        The mask lies in face coordinates: the same mask on all faces of this photo, and on the first photo of everybody
        in the gallery. Whoever is in both has a row for each.
      </p>
      <RunButton
        kind="all"
        start="Apply to all"
        disabled={strokes.length === 0}
        onStart={() => void applyMaskToAll()}
        fraction={applied === null || applied.total === 0 ? 0 : rows.length / applied.total}
      >
        {strokes.length === 0 && <span className={table.note}>Paint a mask first.</span>}
      </RunButton>
      {rows.length > 0 && (
        <>
          <p role="status">
            {appliedWords(rows)}
            {applied !== null && applied.mask !== strokes && ' Under the mask as it was then.'}
          </p>
          <AppliedTable rows={rows} />
        </>
      )}
    </KeptSection>
  );
}

function AppliedTable({ rows }: { readonly rows: readonly AppliedRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a narrow screen, and a keyboard has to reach it
    <section className={table.scroller} aria-label="The mask on all faces" tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Face</th>
            <th scope="col">Hidden</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ who, kind, covered, before, after, changed }) => (
            <tr key={`${kind} ${who}`} data-strong={changed}>
              <th scope="row">{who}</th>
              <td>{formatPercent(covered)}</td>
              <td>
                <Named answer={before} />
              </td>
              <td className={changed ? styles.changed : undefined}>
                <Named answer={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Named({ answer: { name, nearest, probability } }: { readonly answer: Answer }) {
  return (
    <>
      {name ?? 'Nobody'}{' '}
      <span className={name === null ? styles.nearest : styles.soft}>
        {name === null && `nearest ${nearest}, `}
        {formatPercent(probability)}
      </span>
    </>
  );
}
