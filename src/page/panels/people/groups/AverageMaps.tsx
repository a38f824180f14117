import type { NamedGroupMap } from '../../../flows/people/groupMaps';
import { type PeopleView, peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { formatCount } from '../../../ui/format';
import { ProgressBar } from '../../../ui/ProgressBar';
import { Section } from '../../../ui/Section';
import { Segments } from '../../../ui/Segments';
import { SliderField } from '../../../ui/SliderField';
import styles from '../figures/Figures.module.css';
import { GroupMaps } from '../figures/GroupMaps';
import { useMeanFaces } from './useMeanFaces';

const options: readonly { readonly value: PeopleView['below']; readonly label: string }[] = [
  { value: 'outline', label: 'Outline' },
  { value: 'face', label: 'Mean face' },
];

/** Each group's average map, over the mean face's outline or over the mean of the group's photos. */
export function AverageMaps({ groups }: { readonly groups: readonly NamedGroupMap[] }) {
  const below = useStore(peopleViewStore, (view) => view.below);
  const { faces, progress } = useMeanFaces();
  return (
    <Section
      title="Average maps on the mean face"
      aside={
        <Segments
          label="Below the maps"
          value={below}
          options={options}
          onChange={(next) => peopleViewStore.setState({ below: next })}
        />
      }
    >
      {below === 'face' && <Opacity />}
      {progress !== null && <Making progress={progress} />}
      <GroupMaps groups={groups} show="mean" faces={faces} />
      {below === 'face' && (
        <p className={styles.note}>
          Below each map: the mean of the group’s photos, warped alike. Of few persons it shows who they are; it is kept
          nowhere, and stands in a report only where photos are included.
        </p>
      )}
    </Section>
  );
}

function Opacity() {
  const opacity = useStore(peopleViewStore, (view) => view.opacity);
  return (
    <div className={styles.opacity}>
      <SliderField
        label="Opacity"
        value={opacity}
        min={0}
        max={1}
        step={0.05}
        format={{ style: 'percent' }}
        onChange={(next) => peopleViewStore.setState({ opacity: next })}
      />
    </div>
  );
}

function Making({ progress: [done, total] }: { readonly progress: readonly [done: number, total: number] }) {
  const text = `${formatCount(done)} of ${formatCount(total)} photos`;
  return (
    <div role="status">
      <p className={styles.note}>Averaging the faces: {text}</p>
      <ProgressBar label="Averaging the faces" fraction={total === 0 ? null : done / total} text={text} />
    </div>
  );
}
