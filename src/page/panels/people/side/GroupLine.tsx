import { Pencil, X } from 'lucide-react';
import { count } from '../../../../shared/people/figures';
import { formatCount } from '../../../ui/format';
import { IconButton } from '../../../ui/IconButton';
import type { GroupCount } from './groupCounts';
import styles from './Side.module.css';

interface Props {
  readonly count: GroupCount;
  readonly onRename: (group: string) => void;
  readonly onRemove: (group: string) => void;
}

/** A group with its persons and photos, and what failed of it. */
export function GroupLine({ count: { group, persons, photos, failed }, onRename, onRemove }: Props) {
  return (
    <li className={styles.group} data-group={group ?? undefined}>
      <span className={styles.groupWords}>
        <span className={group === null ? styles.soft : styles.groupName} title={group ?? undefined}>
          {group ?? 'in no group'}
        </span>{' '}
        <span className={styles.counts}>
          {count(persons, 'person')}, {count(photos, 'photo')}
          {failed > 0 && `, ${formatCount(failed)} failed`}
        </span>
      </span>
      {group !== null && (
        <span className={styles.groupTools}>
          <IconButton
            label={`Rename the group ${group}`}
            icon={<Pencil aria-hidden />}
            onClick={() => onRename(group)}
          />
          <IconButton
            label={`Take all photos out of the group ${group}`}
            icon={<X aria-hidden />}
            onClick={() => onRemove(group)}
          />
        </span>
      )}
    </li>
  );
}
