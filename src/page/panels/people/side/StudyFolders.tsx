import { useMemo, useState } from 'react';
import { folderLevels, type LevelRole, likelyRoles } from '../../../../shared/people/folderLevels';
import { inFolders, labelByFolders } from '../../../flows/people/labelByFolders';
import { notifyError } from '../../../state/notices';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { Fold } from '../../../ui/Fold';
import { FolderLevelField } from './FolderLevelField';
import styles from './Side.module.css';

/**
 * Persons and groups of the study's photos by their folders once more, read in another way; nothing is measured again.
 */
export function StudyFolders() {
  const photos = useStore(studyStore, (state) => state.photos);
  const levels = useMemo(() => folderLevels(inFolders(photos).map(({ file }) => file)), [photos]);
  const [chosen, setChosen] = useState<readonly LevelRole[]>([]);
  if (levels.length === 0) return null;
  const roles = likelyRoles(levels).map((likely, i) => chosen[i] ?? likely);
  return (
    <Fold title="By folder">
      <div className={styles.levels}>
        {levels.map((level, i) => (
          <FolderLevelField
            // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
            key={i}
            level={level}
            place={i}
            role={roles[i] ?? 'nothing'}
            onChange={(role) => setChosen(roles.map((old, at) => (at === i ? role : old)))}
          />
        ))}
        <div className={styles.buttons}>
          <Button
            disabled={roles.every((role) => role === 'nothing')}
            onClick={() => void labelByFolders(roles).catch(notifyError)}
          >
            Name them by these folders
          </Button>
        </div>
        <p className={styles.note}>
          It takes the place of what was said of them before; what no level holds stays. Nothing is measured again.
        </p>
      </div>
    </Fold>
  );
}
