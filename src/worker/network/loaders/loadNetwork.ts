import * as v from 'valibot';
import type { LoadProgress } from '../../../shared/calls/networkCalls';
import { FoveaError } from '../../../shared/errors';
import type { NetworkSource, NetworkSpec, Preprocessing } from '../../../shared/network';
import { type Graph, inputOf, type Network, type Weight } from '../graph';
import { inferShapes } from '../plan';
import { withLabels } from '../withLabels';
import { withPooledEmbedding } from '../withPooledEmbedding';
import { ChunkedHash } from './chunkedHash';
import { faceApiGraph } from './faceApiGraph';
import { fromFiles } from './fromFiles';
import { type Declared, graphModel } from './graphModel';
import { orderNodes } from './graphModelOrder';
import { checkTopology } from './graphModelSchema';
import { layersModel } from './layersModel';
import { checkKerasModel } from './layersModelSchema';
import { fetchBytes, hashOf, parseJson } from './readFiles';
import { readWeights } from './readWeights';
import type { Source } from './source';
import { randomVgg16 } from './vgg16';
import { checkManifest, type Manifest, manifestBytes, tooLong } from './weightsManifest';

/** Most face networks are trained on faces with a quarter of their width around them. */
const defaultMargin = 0.25;

/**
 * Reads, checks and builds a network.
 * @throws FoveaError that names the file, weight or layer that is wrong; the signal's reason when aborted
 */
export async function loadNetwork(
  signal: AbortSignal,
  spec: NetworkSpec,
  onProgress: (progress: LoadProgress) => void,
): Promise<Network> {
  const { graph: built, hash, notice } = await build(signal, spec.source, onProgress);
  checkOrder(built, spec);
  // Every layer must fit the network's own input: a mismatch shows here, not in the middle of a job.
  inferShapes(built.values());
  const { id, name, preprocessing, margin = defaultMargin } = spec;
  const { graph, outputs } = answering(built, spec);
  const known = { id, name, graph, preprocessing, outputs, margin, hash: await hashWith(hash, preprocessing) };
  return notice === undefined ? known : { ...known, notice };
}

/** The graph with what it answers: as its origin says, or as it tells itself. */
function answering(graph: Graph, { outputs, labels }: NetworkSpec) {
  if (outputs !== undefined) return { graph, outputs };
  const told = withPooledEmbedding(graph);
  return { ...told, outputs: withLabels(told.outputs, labels) };
}

/** A network with one channel gets grey pictures, and no other does. */
function checkOrder(graph: Graph, { name, preprocessing: { order } }: NetworkSpec): void {
  const grey = inputOf(graph).grey ?? false;
  if (grey === (order === 'grey')) return;
  const [has, wants] = grey ? ['one channel', "'grey'"] : ['three channels', "'rgb' or 'bgr'"];
  throw new FoveaError(
    `The input of “${name}” has ${has}, but its preprocessing has the order '${order}'.`,
    `Give the order ${wants}.`,
  );
}

/** The same weights behind another preprocessing are another network: its pictures differ. */
function hashWith(filesHash: string, { order, mean, scale }: Preprocessing): Promise<string> {
  return hashOf([new TextEncoder().encode(JSON.stringify([filesHash, order, mean, scale])).buffer]);
}

interface Built {
  readonly graph: Graph;
  readonly hash: string;
  /** What was left out, as a sentence. */
  readonly notice?: string;
}

async function build(
  signal: AbortSignal,
  source: NetworkSource,
  onProgress: (progress: LoadProgress) => void,
): Promise<Built> {
  switch (source.format) {
    case 'random-vgg16':
      return { graph: randomVgg16(source.seed), hash: `random-vgg16-${source.seed}` };
    case 'face-api': {
      const { weights, hash } = await readParts(signal, source, onProgress);
      return { graph: faceApiGraph(source.architecture, weights), hash };
    }
    case 'graph-model':
    case 'files':
      return buildModelJson(await readParts(signal, source, onProgress));
  }
}

const modelJsonSchema = v.object({
  format: v.optional(v.string()),
  modelTopology: v.unknown(),
  weightsManifest: v.unknown(),
  /** What a graph model gives, by name. */
  signature: v.optional(v.unknown()),
});
const extent = v.pipe(v.union([v.string(), v.number()]), v.transform(Number));
const inputSchema = v.object({ tensorShape: v.object({ dim: v.array(v.object({ size: extent })) }) });
const signatureSchema = v.object({
  outputs: v.record(v.string(), v.object({ name: v.string() })),
  inputs: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** What a graph model declares: its outputs, without the number of the first, and the size of its one input. */
function declaredBy(signature: unknown): Declared {
  const parsed = v.safeParse(signatureSchema, signature);
  if (!parsed.success) return {};
  const outputs = Object.values(parsed.output.outputs).map(({ name }) => name.replace(/:0$/, ''));
  const input = v.safeParse(inputSchema, Object.values(parsed.output.inputs)[0]);
  const [, height = -1, width = -1] = input.success ? input.output.tensorShape.dim.map(({ size }) => size) : [];
  return height > 0 && width > 0 ? { outputs, size: [height, width] } : { outputs };
}

/** A model.json says by its content whether it holds a graph or Keras layers. */
function buildModelJson({ json, weights, hash }: Parts): Built {
  const parsed = v.safeParse(modelJsonSchema, json);
  if (!parsed.success) {
    throw new FoveaError(
      'These files hold weights only: a manifest says nothing of the layers.',
      'Choose the model.json of a whole model, which names its layers, together with its shards.',
    );
  }
  const { modelTopology, signature } = parsed.output;
  const isGraph = typeof modelTopology === 'object' && modelTopology !== null && 'node' in modelTopology;
  if (isGraph) return { ...graphModel(orderNodes(checkTopology(modelTopology)), weights, declaredBy(signature)), hash };
  return { graph: layersModel(checkKerasModel(modelTopology), weights), hash };
}

interface Parts {
  readonly json: unknown;
  readonly weights: ReadonlyMap<string, Weight>;
  readonly hash: string;
}

async function readParts(
  signal: AbortSignal,
  source: Exclude<NetworkSource, { format: 'random-vgg16' }>,
  onProgress: (progress: LoadProgress) => void,
): Promise<Parts> {
  const files = source.format === 'files' ? await fromFiles(signal, source.files) : fromUrls(signal, source);
  const jsonBytes = await files.read(files.first, () => undefined);
  const json = parseJson(jsonBytes, files.first.split('/').at(-1) ?? files.first);
  const manifest = manifestOf(json);
  const totalBytes = manifestBytes(manifest);
  let loadedBytes = 0;
  const onBytes = (bytes: number) => {
    loadedBytes += bytes;
    // An address may answer with more than it should: nothing is read beyond what its weights take.
    if (loadedBytes > totalBytes) throw tooLong(loadedBytes, totalBytes);
    onProgress({ loadedBytes, totalBytes, stage: 'loading' });
  };
  const shards = new Blob([...(await files.shards(manifest, onBytes))]);
  const hash = new ChunkedHash();
  await hash.update(jsonBytes);
  const weights = await readWeights(signal, manifest, shards, async (piece) => {
    if (source.format === 'files') onBytes(piece.byteLength);
    await hash.update(piece);
  });
  onProgress({ loadedBytes, totalBytes, stage: 'building' });
  return { json, weights, hash: await hash.digest() };
}

/** face-api's file is the manifest itself; a model.json holds it under `weightsManifest`. */
function manifestOf(json: unknown): Manifest {
  if (Array.isArray(json)) return checkManifest(json);
  const result = v.safeParse(modelJsonSchema, json);
  if (result.success) return checkManifest(result.output.weightsManifest);
  throw new FoveaError(
    'This file is not a TensorFlow.js model: it has no topology and no weight manifest.',
    'Choose the model.json that tensorflowjs wrote, together with its shards.',
  );
}

function fromUrls(signal: AbortSignal, source: Extract<NetworkSource, { manifest: string }>): Source {
  return {
    first: source.manifest,
    read: (url, onBytes) => fetchBytes(signal, url, onBytes),
    shards: async (_, onBytes) => {
      const shards: Blob[] = [];
      for (const url of source.weights) shards.push(new Blob([await fetchBytes(signal, url, onBytes)]));
      return shards;
    },
  };
}
