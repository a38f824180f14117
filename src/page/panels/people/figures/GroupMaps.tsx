import { count } from '../../../../shared/people/figures';
import { mapUnit } from '../../../../shared/people/mapUnit';
import { commonRange, type NamedGroupMap } from '../../../flows/people/groupMaps';
import type { FaceBelow } from '../../../paint/people/paintFaceMap';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import styles from './Figures.module.css';
import { MapFigure } from './MapFigure';
import { MapScale } from './MapScale';
import { useMargin } from './useMargin';
import { useSource } from './useSource';

interface Props {
  readonly groups: readonly NamedGroupMap[];
  readonly show: 'mean' | 'deviation';
  /** The name of the study's mask, which is then drawn on the maps; null: none. */
  readonly mask?: string | null;
  /** What lies below each group's map, by its name; the outline where there is nothing. */
  readonly faces?: ReadonlyMap<string, FaceBelow> | null;
}

/** Each group's average map on the mean face, or its spread, all on one raw scale. */
export function GroupMaps({ groups, show, mask = null, faces = null }: Props) {
  const margin = useMargin();
  const method = useStore(studyStore, ({ settings }) => settings?.method ?? 'grad-cam');
  const strokes = useStore(studyStore, ({ masked }) => masked?.mask ?? null);
  const range = commonRange(groups.map((group) => group[show]));
  const colours = range[0] < 0 ? 'diverging' : 'inferno';
  const source = useSource('raw, one scale for all groups', mask);
  return (
    <>
      <div className={styles.maps}>
        {groups.map(({ group, persons, photos, [show]: map }) => (
          <MapFigure
            key={group}
            map={map}
            margin={margin}
            colours={colours}
            range={range}
            face={faces?.get(group)}
            mask={mask === null ? null : strokes}
            title={group}
            {...(mask === null ? {} : { alt: `${group}; hatched where the ${mask} lies` })}
          >
            {count(persons, 'person')}, {count(photos, 'photo')}
            {show === 'deviation' && persons === 1 && ': no spread can be told of one'}
          </MapFigure>
        ))}
      </div>
      <MapScale colours={colours} range={range} unit={mapUnit(method)} />
      {mask !== null && (
        <p className={styles.note}>
          Hatched: {mask}, where it lies on the mean face. It has this place on every aligned face; the features under
          it lie a little differently on each, and the maps are warped to the mean face’s.
        </p>
      )}
      <p className={styles.note}>{source}</p>
    </>
  );
}
