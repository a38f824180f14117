import { type CachedTile, tileBytes } from './cachedTile';

/** Tiles in memory, up to a number of bytes; the one that was not used for the longest time goes first. */
export class MemoryTiles {
  // A Map keeps the order of insertion: used tiles are put in again, so the first one is the oldest.
  readonly #tiles = new Map<string, CachedTile>();
  #bytes = 0;

  constructor(private readonly mostBytes: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): CachedTile | null {
    const tile = this.#tiles.get(key);
    if (tile === undefined) return null;
    this.#tiles.delete(key);
    this.#tiles.set(key, tile);
    return tile;
  }

  put(key: string, tile: CachedTile): void {
    this.#remove(key);
    this.#tiles.set(key, tile);
    this.#bytes += tileBytes(tile);
    for (const oldest of this.#tiles.keys()) {
      if (this.#bytes <= this.mostBytes) break;
      this.#remove(oldest);
    }
  }

  clear(): void {
    this.#tiles.clear();
    this.#bytes = 0;
  }

  #remove(key: string): void {
    const tile = this.#tiles.get(key);
    if (tile === undefined) return;
    this.#tiles.delete(key);
    this.#bytes -= tileBytes(tile);
  }
}
