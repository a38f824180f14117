import { createStore } from 'zustand/vanilla';
import type { Tile } from './tiles';

/** What the filters behind a map look for: their pictures as they sharpen, by filter, of one network and layer. */
export const driverPicturesStore = createStore<{
  /** Identity of what the pictures show: network hash, layer and settings. */
  readonly key: string;
  readonly tiles: ReadonlyMap<number, Tile>;
}>(() => ({ key: '', tiles: new Map() }));
