import { type FolderLevel, folderLevels, type LevelRole } from '../../../../shared/people/folderLevels';
import { peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { showSheet } from '../../../state/view';
import { formatCount } from '../../../ui/format';
import { Section } from '../../../ui/Section';
import { SelectField } from '../../../ui/SelectField';
import { AddButtons } from '../start/AddButtons';
import styles from './Side.module.css';

const roles: readonly { readonly value: LevelRole; readonly label: string }[] = [
  { value: 'group', label: 'groups' },
  { value: 'person', label: 'persons' },
  { value: 'nothing', label: 'nothing' },
];

/** More photos, and what the folders say that they came in. */
export function AddSection() {
  const draft = useStore(peopleViewStore, (view) => view.draft);
  const levels = folderLevels(draft.map(({ path }) => path));
  return (
    <Section title="Photos">
      <AddButtons onTaken={() => showSheet(null)} />
      <p className={styles.note}>
        Or drop folders anywhere. Of each photo the largest face is measured; other faces in it are left out.
      </p>
      {levels.length > 0 && (
        <div className={styles.levels}>
          <p>The folders hold</p>
          {levels.map((level, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
            <Level key={i} level={level} place={i} />
          ))}
        </div>
      )}
    </Section>
  );
}

function Level({ level: { names }, place }: { readonly level: FolderLevel; readonly place: number }) {
  const chosen = useStore(peopleViewStore, (view) => view.roles[place] ?? 'nothing');
  const choose = (role: LevelRole) =>
    peopleViewStore.setState(({ roles: before }) => ({ roles: before.map((old, i) => (i === place ? role : old)) }));
  return (
    <div className={styles.level}>
      <SelectField label={`Level ${place + 1}`} value={chosen} options={roles} onChange={choose} />
      <p className={styles.names} title={names.join(', ')}>
        {names.length === 1 ? '1 folder: ' : `${formatCount(names.length)} folders: `}
        {names.slice(0, 20).join(', ')}
      </p>
    </div>
  );
}
