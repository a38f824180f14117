import type { MethodId } from '../../../../../shared/explain';
import { type MethodInfo, methods } from '../../../../../shared/methods';
import { comparedMethods, comparisonKey } from '../../../../flows/faces/compareMethods';
import { comparisonStore } from '../../../../state/explanation';
import { mapViewStore } from '../../../../state/mapView';
import { useStore } from '../../../../state/useStore';
import { mapRange, type Range } from '../mapRange';
import styles from './Compare.module.css';
import { CompareCell } from './CompareCell';
import { shortLayerNames } from './shortLayerNames';

/** Methods down, layers across; a method at pixel level spans the row. */
export function CompareTable() {
  const layers = useStore(comparisonStore, (state) => state.layers);
  const short = shortLayerNames(layers);
  const rows = methods.filter(({ id }) => comparedMethods().includes(id));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard has to reach it
    <section className={styles.scroller} aria-label="Table of maps" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              Method
            </th>
            {layers.map((layer, i) => (
              <th key={layer} scope="col" title={layer}>
                {short[i]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((method) => (
            <Row key={method.id} method={method} layers={layers} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ method, layers }: { readonly method: MethodInfo; readonly layers: readonly string[] }) {
  const columns = method.layered ? layers : [''];
  const range = useRowRange(method.id, columns);
  return (
    <tr>
      <th scope="row" title={method.meaning}>
        {method.title}
      </th>
      {columns.map((layer) => (
        <td key={layer} colSpan={method.layered ? 1 : layers.length}>
          <CompareCell method={method} layer={layer} range={range} />
        </td>
      ))}
    </tr>
  );
}

/** One range for the row where the bench shows one scale for all; null: each map has its own. */
function useRowRange(method: MethodId, layers: readonly string[]): Range | null {
  const shared = useStore(mapViewStore, ({ scale }) => scale === 'shared');
  const maps = useStore(comparisonStore, (state) => state.maps);
  if (!shared) return null;
  return mapRange(layers.flatMap((layer) => maps.get(comparisonKey(method, layer))?.map ?? []));
}
