import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Gallery } from '../../../../shared/gallery';
import { galleryStore } from '../../../state/gallery/gallery';
import { useStore } from '../../../state/useStore';
import styles from './Gallery.module.css';
import { groupsOf } from './groupsOf';
import { PersonRow } from './PersonRow';

/** More rows than this are built only where they are in view. */
const virtualFrom = 100;
const rowHeight = 64;

/** Everybody, one row each. */
export function PeopleList() {
  const people = useStore(galleryStore, (state) => state.people);
  const ready = useStore(galleryStore, (state) => state.ready);
  const groups = groupsOf(people);
  if (people.length === 0)
    return <p className={styles.nobody}>{ready ? 'Nobody is here yet.' : 'Reading the gallery.'}</p>;
  if (people.length > virtualFrom) return <LongList people={people} groups={groups} />;
  return (
    <ul className={styles.list} aria-label="People">
      {people.map((person) => (
        <li key={person.id}>
          <PersonRow person={person} groups={groups} />
        </li>
      ))}
    </ul>
  );
}

interface LongListProps {
  readonly people: Gallery;
  readonly groups: readonly string[];
}

function LongList({ people, groups }: LongListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => people[index]?.id ?? index,
    overscan: 6,
  });
  return (
    <div ref={scroller} className={styles.long}>
      <ul aria-label="People" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const person = people[index];
          return (
            <li key={key} aria-setsize={people.length} aria-posinset={index + 1} style={{ translate: `0 ${start}px` }}>
              {person !== undefined && <PersonRow person={person} groups={groups} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
