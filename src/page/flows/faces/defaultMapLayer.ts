import type { Target } from '../../../shared/explain';
import type { LayerInfo, LoadedNetwork } from '../../../shared/network';

/** Layers with a spatial map: those that a class activation map can be drawn for, in the network's order. */
export function mapLayers(
  { layers }: LoadedNetwork,
  target: Pick<Target, 'kind'> & { readonly layer?: string },
): readonly LayerInfo[] {
  const end = target.layer === undefined ? layers.length : layers.findIndex(({ name }) => name === target.layer);
  return layers
    .slice(0, end < 0 ? layers.length : end)
    .filter(({ outputShape, kind }) => kind !== 'InputLayer' && outputShape.length === 3 && area(outputShape) > 1);
}

/** Fewer cells than 4 × 4 tell no place on a face. */
const fewestCells = 16;
/** Layers that only pass on, shrink or pad what the layer before has computed. */
const passive = /Pooling|Padding|Slice/;

/**
 * The last layer with a spatial map, as the papers and the report have it: the last convolution (with what directly
 * follows it, its activation or sum) whose map has 4 × 4 cells or more; where there is none, the last with a map at
 * all.
 */
export function defaultMapLayer(loaded: LoadedNetwork): string | null {
  const layers = mapLayers(loaded, { kind: 'class' });
  const telling = layers.filter(({ kind, outputShape }) => !passive.test(kind) && area(outputShape) >= fewestCells);
  return (telling.at(-1) ?? layers.at(-1))?.name ?? null;
}

const area = ([height = 0, width = 0]: readonly number[]) => height * width;
