import { MapCanvas } from '../../../ui/MapCanvas';
import styles from './Maps.module.css';
import type { Maps } from './useMaps';

/** Both maps beside each other. */
export function SideBySide({ maps: { before, after, range, shown, explained } }: { readonly maps: Maps }) {
  const ratio = { aspectRatio: before.picture.width / before.picture.height };
  return (
    <div className={styles.pair}>
      <figure>
        <MapCanvas {...before} range={range} className={styles.map} label={`Heat for ${shown.targetLabel}, no mask`} />
        <figcaption>Before</figcaption>
      </figure>
      <figure>
        {after === null ? (
          <div className={styles.waiting} style={ratio}>
            Paint on the face
          </div>
        ) : (
          <MapCanvas
            {...after}
            range={range}
            className={styles.map}
            label={`Heat for ${explained?.targetLabel ?? shown.targetLabel}, under the mask`}
          />
        )}
        <figcaption>After</figcaption>
      </figure>
    </div>
  );
}
