import { useMemo } from 'react';
import type { StudyPhoto } from '../../../../shared/people';
import { type PeopleView, type PhotoFilter, peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { formatCount } from '../../../ui/format';
import { Segments } from '../../../ui/Segments';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import styles from './Table.module.css';

interface Props {
  readonly photos: readonly StudyPhoto[];
  /** Rows that the filter lets through, and all. */
  readonly shown: number;
  readonly total: number;
}

type List = PeopleView['list'];

const lists: readonly { readonly value: List; readonly label: string }[] = [
  { value: 'photos', label: 'Photos' },
  { value: 'persons', label: 'Persons' },
];

type State = { readonly value: PhotoFilter['state']; readonly label: string };

const some: readonly State[] = [
  { value: 'wrong', label: 'Named wrongly' },
  { value: 'unknown', label: 'Far from everybody' },
];
/** A photo that failed is nobody's. */
const states: Readonly<Record<List, readonly State[]>> = {
  photos: [{ value: 'all', label: 'All photos' }, ...some, { value: 'failed', label: 'Failed' }],
  persons: [{ value: 'all', label: 'All persons' }, ...some],
};

/** A value that no group has: names of groups are trimmed. */
const every = ' every';

/** Whether photos or persons are listed, and which. */
export function FilterBar({ photos, shown, total }: Props) {
  const list = useStore(peopleViewStore, (view) => view.list);
  const filter = useStore(peopleViewStore, (view) => view.filter);
  const change = (part: Partial<PhotoFilter>) => peopleViewStore.setState({ filter: { ...filter, ...part } });
  const groups = useMemo(() => [...new Set(photos.map(({ group }) => group ?? ''))].sort(), [photos]);
  const options = [
    { value: every, label: 'All groups' },
    ...groups.map((group) => ({ value: group, label: group === '' ? 'In no group' : group })),
  ];
  return (
    <search className={styles.bar}>
      <Segments
        label="What is listed"
        value={list}
        options={lists}
        onChange={(next) => peopleViewStore.setState({ list: next })}
      />
      <div className={styles.words}>
        <TextField
          label={`Search ${list}`}
          hideLabel
          type="search"
          placeholder="Search files, persons, groups, names"
          value={filter.words}
          onChange={(words) => change({ words })}
        />
      </div>
      <SelectField
        label="Group"
        hideLabel
        value={filter.group ?? every}
        options={options}
        onChange={(group) => change({ group: group === every ? null : group })}
      />
      <SelectField
        label="Which"
        hideLabel
        value={list === 'persons' && filter.state === 'failed' ? 'all' : filter.state}
        options={states[list]}
        onChange={(state) => change({ state })}
      />
      <p className={styles.count} role="status">
        {shown === total ? formatCount(shown) : `${formatCount(shown)} of ${formatCount(total)}`} {list}
        <span className={styles.unit}>, regions in % of the heat</span>
      </p>
    </search>
  );
}
