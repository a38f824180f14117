import { FoveaError } from '../../../shared/errors';
import type { Hdf5File } from '../hdf5/hdf5File';
import type { LayerWeights } from './layerWeights';
import type { PlacedLayer } from './listLayers';
import { notInModel } from './notInModel';
import type { FindWeights } from './readModel';
import { snakeCase } from './snakeCase';

/** Where Keras 3 keeps a model's layers, and where the first version of its format did. */
const containers = ['layers', '_layer_checkpoint_dependencies'];

/**
 * Weights in model.weights.h5 of a .keras file: `layers/conv2d_1/vars/0`. Layers are numbered within their kind, in
 * the model's order; the format's first version skips numbers. So the n-th group of a kind that has weights is the n-th
 * layer of that kind.
 */
export const findInStore =
  (file: Hdf5File): FindWeights =>
  (weighty, all) => {
    const found = new Map<PlacedLayer, LayerWeights>();
    collect(file, '', { weighty, all }, 0, found);
    return (layer) => found.get(layer) ?? null;
  };

/** Layers of one model, and of the models inside it. */
interface Inside {
  readonly weighty: readonly PlacedLayer[];
  readonly all: readonly PlacedLayer[];
}

/** @param depth how many models are around these layers */
function collect(
  file: Hdf5File,
  base: string,
  { weighty, all }: Inside,
  depth: number,
  found: Map<PlacedLayer, LayerWeights>,
): void {
  const root = containers.map((name) => `${base}/${name}`).find((path) => file.kind(path) === 'group');
  if (root === undefined) return;
  const keys = file.keys(root);
  refuseLeftovers(file, root, [...byKind(all, depth).keys()]);
  for (const [kind, members] of byKind(weighty, depth)) {
    const groups = numbered(keys, kind).filter((key) => kindHolds(file, `${root}/${key}`));
    if (groups.length !== members.length) {
      throw new FoveaError(
        `${file.name} has weights of ${groups.length} layers of the kind ${kind} where the model has ${members.length}.`,
        'The file is damaged: save the model again.',
      );
    }
    for (const [i, inside] of members.entries()) {
      const path = `${root}/${groups[i]}`;
      const [layer] = inside;
      if (layer !== undefined && layer.path.length === depth + 1)
        found.set(layer, { layer: layer.path.join('/'), weights: varsOf(file, path) });
      else collect(file, path, { weighty: inside, all: beside(all, inside, depth) }, depth + 1, found);
    }
  }
}

/** All layers of the model inside which these few lie. */
function beside(all: readonly PlacedLayer[], few: readonly PlacedLayer[], depth: number): readonly PlacedLayer[] {
  const home = (path: readonly string[]) => path.slice(0, depth + 1).join('/');
  return all.filter(({ path }) => home(path) === home(few[0]?.path ?? []));
}

/** A group with weights of a kind that the model has no layer of. */
function refuseLeftovers(file: Hdf5File, root: string, kinds: readonly string[]): void {
  const known = new Set(kinds.flatMap((kind) => numbered(file.keys(root), kind)));
  const stray = file.keys(root).find((key) => !known.has(key) && kindHolds(file, `${root}/${key}`));
  if (stray !== undefined) throw notInModel(stray);
}

/** Layers, and models with all their layers, by the kind's name in the file; each in the model's order. */
function byKind(layers: readonly PlacedLayer[], depth: number): Map<string, PlacedLayer[][]> {
  const members = new Map<string, { readonly kind: string; readonly layers: PlacedLayer[] }>();
  for (const flat of layers) {
    const key = flat.path.slice(0, depth + 1).join('/');
    const isLeaf = flat.path.length === depth + 1;
    const kind = isLeaf ? snakeCase(flat.layer.class_name) : snakeCase(flat.models[depth] ?? '');
    const member = members.get(key) ?? { kind, layers: [] };
    member.layers.push(flat);
    members.set(key, member);
  }
  const kinds = new Map<string, PlacedLayer[][]>();
  for (const { kind, layers: inside } of members.values()) kinds.set(kind, [...(kinds.get(kind) ?? []), inside]);
  return kinds;
}

/** `conv2d`, `conv2d_1`, … in the order of their numbers. */
function numbered(keys: readonly string[], kind: string): string[] {
  const numberOf = (key: string) => {
    if (key === kind) return 0;
    const rest = key.startsWith(`${kind}_`) ? key.slice(kind.length + 1) : '';
    return /^\d+$/.test(rest) ? Number(rest) : null;
  };
  return keys.filter((key) => numberOf(key) !== null).sort((a, b) => (numberOf(a) ?? 0) - (numberOf(b) ?? 0));
}

/** True for a group with weights of its own, or with layers that have some. */
function kindHolds(file: Hdf5File, path: string): boolean {
  const keys = file.keys(path);
  const inner = containers.map((name) => `${path}/${name}`).find((_, i) => keys.includes(containers[i] ?? ''));
  if (inner !== undefined) return file.keys(inner).some((key) => kindHolds(file, `${inner}/${key}`));
  return keys.includes('vars') && file.keys(`${path}/vars`).length > 0;
}

function varsOf(file: Hdf5File, path: string): LayerWeights['weights'] {
  const keys = [...file.keys(`${path}/vars`)].filter((key) => /^\d+$/.test(key)).sort((a, b) => Number(a) - Number(b));
  return keys.map((key) => ({ ...file.dataset(`${path}/vars/${key}`), name: key }));
}
