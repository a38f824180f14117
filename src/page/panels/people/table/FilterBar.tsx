import { useMemo } from 'react';
import type { StudyPhoto } from '../../../../shared/people';
import { compareGroupNames } from '../../../../shared/people/groupOrder';
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
  /** Photos that could not be measured: of those shown, and of all. */
  readonly failed: number;
  readonly allFailed: number;
}

type List = PeopleView['list'];

const lists: readonly { readonly value: List; readonly label: string }[] = [
  { value: 'photos', label: 'Photos' },
  { value: 'persons', label: 'Persons' },
];

type State = { readonly value: PhotoFilter['state']; readonly label: string };

const states = (list: List, failed: number): readonly State[] => [
  { value: 'all', label: list === 'photos' ? 'All photos' : 'All persons' },
  { value: 'wrong', label: 'Named wrongly' },
  { value: 'unknown', label: 'Far from everybody' },
  { value: 'failed', label: failed === 0 ? 'Failed' : `Failed (${formatCount(failed)})` },
];

/** A value that no group has: names of groups are trimmed. */
const every = ' every';

const failedUnit = (list: List, failed: number) =>
  list === 'photos' ? 'failed' : failed === 1 ? 'photo failed' : 'photos failed';

/** Whether photos or persons are listed, and which. */
export function FilterBar({ photos, shown, total, failed, allFailed }: Props) {
  const list = useStore(peopleViewStore, (view) => view.list);
  const filter = useStore(peopleViewStore, (view) => view.filter);
  const change = (part: Partial<PhotoFilter>) => peopleViewStore.setState({ filter: { ...filter, ...part } });
  const groups = useMemo(() => [...new Set(photos.map(({ group }) => group))].sort(compareGroupNames), [photos]);
  const options = [
    { value: every, label: 'All groups' },
    ...groups.map((group) => ({ value: group ?? '', label: group ?? 'In no group' })),
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
        value={filter.state}
        options={states(list, allFailed)}
        onChange={(state) => change({ state })}
      />
      <p className={styles.count} role="status">
        {shown === total ? formatCount(shown) : `${formatCount(shown)} of ${formatCount(total)}`} {list}
        {failed > 0 && `, ${formatCount(failed)} ${failedUnit(list, failed)}`}
        <span className={styles.unit}>, regions in % of the heat</span>
      </p>
    </search>
  );
}
