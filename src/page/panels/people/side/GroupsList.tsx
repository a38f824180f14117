import { useEffect, useRef, useState } from 'react';
import { renameGroup } from '../../../flows/people/renameGroup';
import { notifyError } from '../../../state/notices';
import { focusLine } from './focusLine';
import { GroupLine } from './GroupLine';
import type { GroupCount } from './groupCounts';
import { RenameGroup } from './RenameGroup';
import styles from './Side.module.css';

/** All groups, each to be renamed or taken away. */
export function GroupsList({ counts }: { readonly counts: readonly GroupCount[] }) {
  const [renaming, setRenaming] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  /** The group whose line gets the focus, once it is there. */
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null || list.current === null) return;
    if (focusLine(list.current, wanted.current)) wanted.current = null;
  });
  const end = (group: string) => {
    wanted.current = group;
    setRenaming(null);
  };
  const rename = (from: string, to: string) => {
    end(to);
    if (to !== from) void renameGroup(from, to).catch(notifyError);
  };
  const remove = (group: string) => {
    list.current?.focus();
    void renameGroup(group, null).catch(notifyError);
  };
  const names = counts.flatMap(({ group }) => group ?? []);
  return (
    <ul ref={list} tabIndex={-1} className={styles.groups} aria-label="Groups">
      {counts.map((count) => {
        const { group } = count;
        if (group !== null && group === renaming)
          return (
            <RenameGroup
              key={group}
              group={group}
              names={names}
              onName={(name) => rename(group, name)}
              onCancel={() => end(group)}
            />
          );
        return <GroupLine key={group ?? ''} count={count} onRename={setRenaming} onRemove={remove} />;
      })}
    </ul>
  );
}
