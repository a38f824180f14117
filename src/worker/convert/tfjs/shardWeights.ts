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
const pieceBytes = 4 * chunkValues;

/**
 * The weights of all groups, each a slice of its group's shards, decoded to float32, and as they are where quantised.
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
      const { name, shape } = entry;
      return { name, shape, chunks: () => decoded(entry, slice), ...quantisedOf(entry, slice) };
    });
  });
}

async function* decoded(entry: ManifestEntry, bytes: Blob): AsyncGenerator<Float32Array> {
  const step = chunkValues * valueBytes(entry);
  for (let at = 0; at < bytes.size; at += step) {
    yield decodeValues(entry, await bytes.slice(at, at + step).arrayBuffer());
  }
}

function quantisedOf({ dtype, quantization }: ManifestEntry, bytes: Blob): Pick<ForeignWeight, 'quantised'> {
  if (dtype !== 'float32' || quantization === undefined) return {};
  const { scale, min } = quantization;
  const entry = {
    dtype,
    quantization: {
      dtype: quantization.dtype,
      ...(scale === undefined ? {} : { scale }),
      ...(min === undefined ? {} : { min }),
    },
  };
  return { quantised: { entry, bytes: () => pieces(bytes) } };
}

async function* pieces(bytes: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.size; at += pieceBytes)
    yield new Uint8Array(await bytes.slice(at, at + pieceBytes).arrayBuffer());
}
