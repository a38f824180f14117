import { type Region, regions } from '../../../../shared/face';

/** The regions of a face that have a pixel on a crop, elsewhere left out: those that can be hidden. */
export function presentRegions(labels: Uint8Array | null): readonly Region[] {
  const found = new Set(labels ?? []);
  return regions.filter((region, i) => region !== 'elsewhere' && found.has(i));
}
