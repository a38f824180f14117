import { mapUnit } from '../../../../shared/people/mapUnit';
import { commonRange, mapDifferences, type NamedGroupMap } from '../../../flows/people/groupMaps';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import styles from './Figures.module.css';
import { MapFigure } from './MapFigure';
import { MapScale } from './MapScale';
import { useMargin } from './useMargin';
import { useSource } from './useSource';

interface Props {
  readonly groups: readonly NamedGroupMap[];
  readonly mask?: string | null;
}

/** The differences of each two groups' average maps, on one diverging raw scale. */
export function DifferenceMaps({ groups, mask = null }: Props) {
  const margin = useMargin();
  const method = useStore(studyStore, ({ settings }) => settings?.method ?? 'grad-cam');
  const source = useSource('raw, one scale for all pairs', mask);
  const differences = mapDifferences(groups);
  if (differences.length === 0) return null;
  const range = commonRange(
    differences.map(({ map }) => map),
    true,
  );
  return (
    <>
      <div className={styles.maps}>
        {differences.map(({ groups: [first, second], map }) => (
          <MapFigure
            key={`${first.group}\n${second.group}`}
            map={map}
            margin={margin}
            colours="diverging"
            range={range}
            title={`${first.group} minus ${second.group}`}
          >
            {first.persons} and {second.persons} persons, {first.photos} and {second.photos} photos
          </MapFigure>
        ))}
      </div>
      <MapScale colours="diverging" range={range} unit={mapUnit(method)} />
      <p className={styles.note}>{source}</p>
    </>
  );
}
