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

/** The last layer with a spatial map: what the report looks at, and the papers. */
export function defaultMapLayer(loaded: LoadedNetwork): string | null {
  return mapLayers(loaded, { kind: 'class' }).at(-1)?.name ?? null;
}

const area = ([height = 0, width = 0]: readonly number[]) => height * width;
