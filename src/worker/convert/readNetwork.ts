import * as v from 'valibot';
import { FoveaError } from '../../shared/errors';
import type { FoundNetwork } from './foreignNetwork';
import type { KnownFile } from './gatherFiles';
import { baseName } from './inFolder';
import { readKerasHdf5 } from './keras/readKerasHdf5';
import { type KerasArchive, readKerasZip } from './keras/readKerasZip';
import { readJson } from './readJson';
import { readTfjs } from './tfjs/readTfjs';

/** One way to read some of the files; nothing has been read yet. */
interface Candidate {
  readonly name: string;
  readonly parts: readonly KnownFile[];
  readonly read: (signal: AbortSignal, rest: readonly KnownFile[]) => Promise<FoundNetwork>;
}

/**
 * The one network among the files, told by what is in them.
 * @throws FoveaError when there is none or more than one, or naming what is wrong with it
 */
export async function readNetwork(signal: AbortSignal, files: readonly KnownFile[]): Promise<FoundNetwork> {
  const candidates = await findCandidates(signal, files);
  const [first, second, ...others] = candidates;
  if (second !== undefined) {
    const [number, more] = others.length === 0 ? ['several', ''] : [others.length + 2, `, and ${others.length} more`];
    throw new FoveaError(
      `There are ${number} networks: ${first?.name} and ${second.name}${more}.`,
      'Add one after the other, each from a folder of its own or as files.',
    );
  }
  if (first === undefined) {
    refuseWeightless(files);
    throw new FoveaError(
      `There is no network among ${files.length === 1 ? 'the files: ' : 'these files, such as '}${files[0]?.path ?? 'none'}.`,
      'Choose a Keras file (.h5, .keras), or a TensorFlow.js model: model.json with all its shards, or a zip of them.',
    );
  }
  const parts = new Set(first.parts);
  return first.read(
    signal,
    files.filter((file) => !parts.has(file)),
  );
}

/** A .keras file whose description has come alone. */
function refuseWeightless(files: readonly KnownFile[]): void {
  const config = files.find(({ path, kind }) => baseName(path) === 'config.json' && kind === 'json');
  if (config === undefined) return;
  throw new FoveaError(
    `The weights are missing: ${config.path} describes the layers, but there is no model.weights.h5 beside it.`,
    'Save the whole model again, with model.save("network.keras").',
  );
}

async function findCandidates(signal: AbortSignal, files: readonly KnownFile[]): Promise<Candidate[]> {
  const archives = findArchives(files);
  const inArchives = new Set<KnownFile>(archives.flatMap(({ parts }) => parts));
  const candidates: Candidate[] = [...archives];
  for (const file of files) {
    if (inArchives.has(file)) continue;
    if (file.kind === 'hdf5') {
      const read: Candidate['read'] = async (inner, rest) => ({
        network: await readKerasHdf5(inner, file),
        holder: 'keras',
        rest,
      });
      candidates.push({ name: file.path, parts: [file], read });
    } else if (file.kind === 'json' && (await isModelJson(signal, file))) {
      candidates.push({ name: file.path, parts: [file], read: (inner, rest) => readTfjs(inner, file, rest) });
    }
  }
  return candidates;
}

/** A .keras file, unpacked: config.json and model.weights.h5 side by side. */
function findArchives(files: readonly KnownFile[]): (Candidate & { readonly parts: readonly KnownFile[] })[] {
  return files.flatMap((config) => {
    if (baseName(config.path) !== 'config.json') return [];
    const folder = config.path.slice(0, -'config.json'.length);
    const weights = files.find(({ path, kind }) => path === `${folder}model.weights.h5` && kind === 'hdf5');
    if (weights === undefined) return [];
    const metadata = files.find(({ path }) => path === `${folder}metadata.json`) ?? null;
    const archive: KerasArchive = { config, weights, metadata };
    // Metadata and assets say nothing of the network.
    const beside = files.filter(({ path }) => path === `${folder}metadata.json` || path.startsWith(`${folder}assets/`));
    const read: Candidate['read'] = async (signal, rest) => ({
      network: await readKerasZip(signal, archive),
      holder: 'keras',
      rest,
    });
    return [{ name: config.path, parts: [config, weights, ...beside], read }];
  });
}

const modelJson = v.union([v.object({ modelTopology: v.unknown() }), v.object({ weightsManifest: v.unknown() })]);

/**
 * A JSON file that cannot be parsed may be a shard that looks like one; else it is refused when nothing else is there.
 */
async function isModelJson(signal: AbortSignal, file: KnownFile): Promise<boolean> {
  try {
    return v.is(modelJson, await readJson(signal, file));
  } catch (error) {
    signal.throwIfAborted();
    if (baseName(file.path) === 'model.json') throw error;
    return false;
  }
}
