import type { Graph, Node } from '../graph';
import { inputLabel } from './pictureInput';

/** What TensorFlow calls weights whose names were lost on the way. */
const unnamed = /^unknown(_\d+)?$/;

/**
 * Renames nodes of a TensorFlow graph from the operation's path to the layer's name: `conv_pw_13_relu/Relu` to
 * `conv_pw_13_relu`. Scopes that all nodes share are cut off; of those that are left the first that no other node lies
 * in names it. Where there is none it keeps the rest of its path, and where a layer with weights and its activation
 * want the same name, the layer gets it.
 * @param paths another path to name a node by: that of its weights, which carry the layer's name
 */
export function giveShortNames(nodes: ReadonlyMap<string, Node>, paths: ReadonlyMap<string, string>): Graph {
  const pathOf = ({ name }: Node) => {
    const path = paths.get(name) ?? name;
    return unnamed.test(path) ? name : path;
  };
  const inside = [...nodes.values()].filter(({ kind, label }) => kind !== 'input' && label !== inputLabel);
  const scope = sharedScope(inside.map(pathOf));
  const wishes = new Map([...nodes.values()].map((node) => [node.name, wishesOf(node, pathOf(node), scope)]));
  const all = countOf([...wishes.values()]);
  const weighted = countOf([...wishes].flatMap(([name, wanted]) => (paths.has(name) ? [wanted] : [])));
  const names = new Map<string, string>();
  for (const [name, wanted] of wishes) {
    const counts = paths.has(name) ? weighted : all;
    names.set(name, wanted.find((wish) => counts.get(wish) === 1) ?? withoutScope(name, scope));
  }
  const rename = (name: string) => names.get(name) ?? name;
  return new Map(
    [...nodes.values()].map((node) => [
      rename(node.name),
      { ...node, name: rename(node.name), inputs: node.inputs.map(rename) },
    ]),
  );
}

/** The scopes that a node lies in, the outer ones first; the last part of a path is the operation. */
function wishesOf({ kind }: Node, path: string, scope: string): readonly string[] {
  const own = path.startsWith(scope) ? path.slice(scope.length) : path;
  const parts = own.split('/');
  if (kind === 'globalAveragePool' || parts.length === 1) return [own];
  return [...new Set(parts.slice(0, -1))];
}

/** What is left names a layer only where scopes are left: one word may be another layer's name. */
function withoutScope(name: string, scope: string): string {
  const rest = name.startsWith(scope) ? name.slice(scope.length) : name;
  return rest.includes('/') ? rest : name;
}

/** In how many of these each name occurs. */
function countOf(wishes: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of wishes.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The longest path of scopes, ending in a slash, that all names begin with. */
function sharedScope(names: readonly string[]): string {
  const [first = ''] = names;
  const parts = first.split('/');
  for (let length = parts.length - 1; length > 0; length--) {
    const scope = `${parts.slice(0, length).join('/')}/`;
    if (names.every((name) => name.startsWith(scope))) return scope;
  }
  return '';
}
