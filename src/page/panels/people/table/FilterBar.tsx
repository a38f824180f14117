import { useMemo } from 'react';
import type { StudyPhoto } from '../../../../shared/people';
import { type PhotoFilter, peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { formatCount } from '../../../ui/format';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import styles from './Table.module.css';

interface Props {
  readonly photos: readonly StudyPhoto[];
  /** Rows that the filter lets through. */
  readonly shown: number;
}

const states: readonly { readonly value: PhotoFilter['state']; readonly label: string }[] = [
  { value: 'all', label: 'All photos' },
  { value: 'wrong', label: 'Named wrongly' },
  { value: 'unknown', label: 'Far from everybody' },
  { value: 'failed', label: 'Failed' },
];

/** A value that no group has: names of groups are trimmed. */
const every = ' every';

/** Which photos are listed. */
export function FilterBar({ photos, shown }: Props) {
  const filter = useStore(peopleViewStore, (view) => view.filter);
  const change = (part: Partial<PhotoFilter>) => peopleViewStore.setState({ filter: { ...filter, ...part } });
  const groups = useMemo(() => [...new Set(photos.map(({ group }) => group ?? ''))].sort(), [photos]);
  const options = [
    { value: every, label: 'All groups' },
    ...groups.map((group) => ({ value: group, label: group === '' ? 'In no group' : group })),
  ];
  return (
    <search className={styles.bar}>
      <div className={styles.words}>
        <TextField
          label="Search photos"
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
        options={states}
        onChange={(state) => change({ state })}
      />
      <p className={styles.count} role="status">
        {shown === photos.length
          ? `${formatCount(shown)} photos`
          : `${formatCount(shown)} of ${formatCount(photos.length)} photos`}
        <span className={styles.unit}>, regions in % of the heat</span>
      </p>
    </search>
  );
}
