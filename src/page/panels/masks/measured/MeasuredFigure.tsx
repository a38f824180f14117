import type { AttributionMap } from '../../../../shared/explain';
import { axisTicks } from '../../../paint/axisTicks';
import { mapRange, type Range } from '../../../paint/mapRange';
import { mapViewStore } from '../../../state/mapView';
import type { MeasuredMap } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { ColourScale } from '../../../ui/ColourScale';
import { formatShape } from '../../../ui/format';
import { MapCanvas } from '../../../ui/MapCanvas';
import table from '../Table.module.css';
import styles from './Measured.module.css';
import { measuredWords } from './measuredWords';

interface Props {
  readonly measured: MeasuredMap<unknown>;
  readonly title: string;
  /** 'patch 32, stride 16, mean'. */
  readonly settings: string;
  readonly running: boolean;
  /** The values' unit. */
  readonly unit: string;
  /** False: the colours go from the smallest value to the largest. */
  readonly fromZero?: boolean;
}

/** A measured map over the face, with its scale. */
export function MeasuredFigure({ measured, title, settings, running, unit, fromZero = true }: Props) {
  const { map, input, targetLabel, fraction } = measured;
  const colourMap = useStore(mapViewStore, (view) => view.colourMap);
  if (map === null) return null;
  const range = fromZero ? mapRange([map]) : extent(map);
  const [low, high] = range;
  return (
    <figure className={styles.figure}>
      <MapCanvas
        picture={input}
        map={map}
        range={range}
        className={styles.map}
        label={`${title} for ${targetLabel}, ${formatShape([map.height, map.width])} cells`}
      />
      {high > low && (
        <ColourScale
          colours={map.signed ? 'diverging' : colourMap}
          ends={range}
          ticks={axisTicks(low, high)}
          words={`${unit}, ${targetLabel}, ${formatShape([map.height, map.width])}`}
        />
      )}
      <figcaption className={table.note}>{measuredWords(settings, fraction, running)}</figcaption>
    </figure>
  );
}

function extent({ values }: AttributionMap): Range {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
