import type { LoadedNetwork } from '../../shared/network';
import { pageSize } from '../state/selection';
import { defaultLayer } from './defaultLayer';

/** What of a network is shown. */
export interface Place {
  /** Null where the network has no layer with filters. */
  readonly layer: string | null;
  readonly filter: number | null;
  readonly pageStart: number;
}

/** First filter of the page that holds this one; 0 for none. */
export const pageOf = (filter: number | null): number => Math.floor((filter ?? 0) / pageSize) * pageSize;

/**
 * The layer and filter that are asked for, where the network has them; else a layer worth looking at.
 * @param page of the grid, from 1, for where no filter is open
 */
export function placeIn(
  loaded: LoadedNetwork,
  layer: string | null,
  filter: number | null,
  page: number | null = null,
): Place {
  const asked = loaded.layers.find(({ name, filters }) => name === layer && filters > 0);
  if (asked === undefined) return { layer: defaultLayer(loaded), filter: null, pageStart: 0 };
  const held = filter !== null && filter < asked.filters ? filter : null;
  const turned = ((page ?? 1) - 1) * pageSize;
  const pageStart = held === null && turned < asked.filters ? turned : pageOf(held);
  return { layer: asked.name, filter: held, pageStart };
}
