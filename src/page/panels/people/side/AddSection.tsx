import { folderLevels } from '../../../../shared/people/folderLevels';
import { chooseLevel } from '../../../flows/people/chooseLevel';
import { peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { showSheet } from '../../../state/view';
import { Section } from '../../../ui/Section';
import { AddButtons } from '../start/AddButtons';
import { FolderLevelField } from './FolderLevelField';
import styles from './Side.module.css';

/** More photos, and what the folders say that they came in. */
export function AddSection() {
  const draft = useStore(peopleViewStore, (view) => view.draft);
  const roles = useStore(peopleViewStore, (view) => view.roles);
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
            <FolderLevelField
              // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
              key={i}
              level={level}
              place={i}
              role={roles[i] ?? 'nothing'}
              onChange={(role) => chooseLevel(i, role)}
            />
          ))}
        </div>
      )}
    </Section>
  );
}
