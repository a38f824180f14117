import type { LayerInfo } from '../../../shared/network';

/** Layers whose name or type contains every word of the query, whatever the case. */
export function searchLayers(layers: readonly LayerInfo[], query: string): readonly LayerInfo[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return layers;
  return layers.filter(({ name, kind }) => {
    const text = `${name} ${kind}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
