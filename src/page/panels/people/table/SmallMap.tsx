import type { FaceMap } from '../../../../shared/people';
import { commonRange } from '../../../flows/people/groupMaps';
import { FaceMapCanvas } from '../figures/FaceMapCanvas';
import { useMargin } from '../figures/useMargin';
import styles from './Table.module.css';

/** A map on the mean face, on its own scale. */
export function SmallMap({ map }: { readonly map: FaceMap }) {
  const margin = useMargin();
  const range = commonRange([map]);
  const colours = range[0] < 0 ? 'diverging' : 'inferno';
  return <FaceMapCanvas map={map} margin={margin} colours={colours} range={range} className={styles.thumbnail} />;
}
