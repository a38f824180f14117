import type { FolderLevel, LevelRole } from '../../../../shared/people/folderLevels';
import { formatCount } from '../../../ui/format';
import { SelectField } from '../../../ui/SelectField';
import styles from './Side.module.css';

const roles: readonly { readonly value: LevelRole; readonly label: string }[] = [
  { value: 'group', label: 'groups' },
  { value: 'person', label: 'persons' },
  { value: 'nothing', label: 'nothing' },
];

/** Folders that are listed of a level. */
const most = 20;

interface Props {
  readonly level: FolderLevel;
  /** From 0, the outermost. */
  readonly place: number;
  readonly role: LevelRole;
  readonly onChange: (role: LevelRole) => void;
}

/** What the folders on one level hold: the user says it. */
export function FolderLevelField({ level: { names }, place, role, onChange }: Props) {
  return (
    <div className={styles.level}>
      <SelectField label={`Level ${place + 1}`} value={role} options={roles} onChange={onChange} />
      <p className={styles.names} title={names.join(', ')}>
        {names.length === 1 ? '1 folder: ' : `${formatCount(names.length)} folders: `}
        {names.slice(0, most).join(', ')}
      </p>
    </div>
  );
}
