import { checkShards } from '../../network/loaders/checkShards';
import {
  bytesOf,
  decodeValues,
  type Manifest,
  type ManifestEntry,
  valueBytes,
} from '../../network/loaders/weightsManifest';
import type { ForeignWeight } from '../foreignNetwork';
import type { PlacedFile } from '../inFolder';

/** Values that are read at a time: 8 MB of 32-bit floats. */
const chunkValues = 2 ** 21;

/**
 * The weights of all groups, each a slice of its group's shards, decoded to float32.
 * @throws FoveaError when a group's shards have another length than its weights take
 */
export function shardWeights(manifest: Manifest, groups: readonly (readonly PlacedFile[])[]): ForeignWeight[] {
  return manifest.flatMap(({ weights }, i) => {
    const shards = groups[i] ?? [];
    checkShards(
      weights,
      shards.map(({ path, file }) => ({ name: path, size: file.size })),
    );
    // A weight may begin in one shard and end in the next: the group is one blob, which costs no copy.
    const bytes = new Blob(shards.map(({ file }) => file));
    let offset = 0;
    return weights.map((entry) => {
      const start = offset;
      offset += bytesOf(entry);
      const slice = bytes.slice(start, offset);
      return { name: entry.name, shape: entry.shape, chunks: () => decoded(entry, slice) };
    });
  });
}

async function* decoded(entry: ManifestEntry, bytes: Blob): AsyncGenerator<Float32Array> {
  const step = chunkValues * valueBytes(entry);
  for (let at = 0; at < bytes.size; at += step) {
    yield decodeValues(entry, await bytes.slice(at, at + step).arrayBuffer());
  }
}
