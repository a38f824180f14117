import { Fragment } from 'react';
import type { MethodId } from '../../../../../shared/explain';
import { type MethodInfo, methods } from '../../../../../shared/methods';
import { comparisonKey } from '../../../../flows/faces/compareMethods';
import { mapRange, type Range } from '../../../../paint/mapRange';
import { comparisonStore } from '../../../../state/explanation';
import { mapViewStore } from '../../../../state/mapView';
import { useStore } from '../../../../state/useStore';
import styles from './Compare.module.css';
import { CompareCell } from './CompareCell';
import { shortLayerNames } from './shortLayerNames';

/** Methods down, layers across; methods at pixel level side by side in the last row. */
export function CompareTable() {
  const layers = useStore(comparisonStore, (state) => state.layers);
  const short = shortLayerNames(layers);
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
                <LayerName name={short[i] ?? layer} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {methods
            .filter(({ layered }) => layered)
            .map((method) => (
              <LayeredRow key={method.id} method={method} layers={layers} />
            ))}
          <PixelRow methods={methods.filter(({ layered }) => !layered)} columns={layers.length} />
        </tbody>
      </table>
    </section>
  );
}

/** A layer's name, broken between its parts where it is too long for one line. */
function LayerName({ name }: { readonly name: string }) {
  return name.split(/(?<=[/_.-])/).map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts repeat and stay where they are
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

interface LayeredRowProps {
  readonly method: MethodInfo;
  readonly layers: readonly string[];
}

function LayeredRow({ method, layers }: LayeredRowProps) {
  const range = useRowRange(method.id, layers);
  return (
    <tr>
      <th scope="row" title={method.meaning}>
        {method.title}
      </th>
      {layers.map((layer) => (
        <td key={layer}>
          <CompareCell method={method} layer={layer} range={range} />
        </td>
      ))}
    </tr>
  );
}

interface PixelRowProps {
  readonly methods: readonly MethodInfo[];
  readonly columns: number;
}

/** Methods that know no layer share one row; their values have different units, so each has its own scale. */
function PixelRow({ methods: pixel, columns }: PixelRowProps) {
  return (
    <tr>
      <th scope="row">No layer: by pixel</th>
      <td colSpan={columns}>
        <ul className={styles.pixels}>
          {pixel.map((method) => (
            <li key={method.id}>
              <CompareCell method={method} layer="" range={null} />
              <span title={method.meaning}>{method.title}</span>
            </li>
          ))}
        </ul>
      </td>
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
