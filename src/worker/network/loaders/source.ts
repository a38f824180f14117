import type { OnBytes } from './readFiles';
import type { Manifest } from './weightsManifest';

/** Where a loader gets its files from, by name: a file on the disk stays there. */
export interface Source {
  /** The file that names the others. */
  readonly first: string;
  read(name: string, onBytes: OnBytes): Promise<ArrayBuffer>;
  shards(manifest: Manifest, onBytes: OnBytes): Promise<readonly Blob[]>;
}
