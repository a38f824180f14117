import type { GroupsTable } from '../../../state/peopleView';
import { Fold } from '../../../ui/Fold';
import { formatCount } from '../../../ui/format';
import styles from './Side.module.css';

const photos = (count: number) => (count === 1 ? '1 photo' : `${formatCount(count)} photos`);

/** How the last table fits the photos: nothing that did not fit is silent. */
export function TableReport({ table }: { readonly table: GroupsTable }) {
  const { name, matched, unmatched, ambiguous, missing } = table;
  return (
    <div role="status">
      <p className={styles.note}>
        {name}: {photos(matched)} named.
        {missing.length > 0 && ` ${photos(missing.length)} not in it.`}
      </p>
      <Lines title="Lines without a photo" lines={unmatched} />
      <Lines title="Lines that fit several photos: name the folder, too" lines={ambiguous} />
      {missing.length > 0 && matched > 0 && (
        <Fold title="Photos not in the table" className={styles.note}>
          <ul className={styles.list}>
            {missing.map((path) => (
              <li key={path}>{path}</li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: GroupsTable['unmatched'] }) {
  if (lines.length === 0) return null;
  return (
    <Fold title={`${title}: ${lines.length}`} className={styles.note} open>
      <ul className={styles.list}>
        {lines.map(({ line, file }) => (
          <li key={line}>
            line {line}: {file}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
