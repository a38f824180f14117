import { applyMaskToAll } from '../../../flows/masks/applyMaskToAll';
import { maskStore } from '../../../state/mask';
import { type AppliedRow, maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { formatPercent } from '../../../ui/formatPercent';
import { Section } from '../../../ui/Section';
import table from '../Table.module.css';
import styles from './Measured.module.css';
import { RunButton } from './RunButton';

/** The mask in view on every face of the photo and every person of the gallery. */
export function ApplySection() {
  const strokes = useStore(maskStore, (state) => state.strokes);
  const applied = useStore(maskResultsStore, (state) => state.applied);
  const rows = applied?.rows ?? [];
  const changed = rows.filter((row) => row.changed).length;
  return (
    <Section title="This mask on all faces" folds="closed">
      <p className={table.note}>
        The mask lies in face coordinates: the same mask on all faces of this photo, and on the first photo of everybody
        in the gallery.
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
            The name changes for <strong>{`${changed} of ${rows.length}`}</strong> faces
            {applied !== null && applied.mask !== strokes && ', under the mask as it was then'}.
          </p>
          <AppliedTable rows={rows} />
        </>
      )}
    </Section>
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
                {before.name ?? 'Nobody'} <span className={styles.soft}>{formatPercent(before.probability)}</span>
              </td>
              <td className={changed ? styles.changed : undefined}>
                {after.name ?? 'Nobody'} <span className={styles.soft}>{formatPercent(after.probability)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
