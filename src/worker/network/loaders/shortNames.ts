import type { Graph, Node } from '../graph';
import { inputLabel } from './pictureInput';

/** What TensorFlow calls weights whose names were lost on the way. */
const unnamed = /^unknown(_\d+)?$/;

/**
 * Renames nodes of a TensorFlow graph from the operation's path to the layer's name: `conv_pw_13_relu/Relu` to
 * `conv_pw_13_relu`. Scopes that all nodes share are cut off first; a name that would not be unique keeps its path, and
 * where a layer with weights and its activation want the same name, the layer gets it.
 * @param paths another path to name a node by: that of its weights, which carry the layer's name
 */
export function giveShortNames(nodes: ReadonlyMap<string, Node>, paths: ReadonlyMap<string, string>): Graph {
  const pathOf = ({ name }: Node) => {
    const path = paths.get(name) ?? name;
    return unnamed.test(path) ? name : path;
  };
  const inside = [...nodes.values()].filter(({ kind, label }) => kind !== 'input' && label !== inputLabel);
  const scope = sharedScope(inside.map(pathOf));
  const wish = (node: Node) => {
    const path = pathOf(node);
    const own = path.startsWith(scope) ? path.slice(scope.length) : path;
    return node.kind === 'globalAveragePool' ? own : (own.split('/')[0] ?? own);
  };
  const all = countOf([...nodes.values()].map(wish));
  const weighted = countOf([...nodes.values()].filter(({ name }) => paths.has(name)).map(wish));
  const names = new Map<string, string>();
  for (const node of nodes.values()) {
    const unique = (paths.has(node.name) ? weighted : all).get(wish(node)) === 1;
    names.set(node.name, unique ? wish(node) : node.name);
  }
  const rename = (name: string) => names.get(name) ?? name;
  return new Map(
    [...nodes.values()].map((node) => [
      rename(node.name),
      { ...node, name: rename(node.name), inputs: node.inputs.map(rename) },
    ]),
  );
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
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
