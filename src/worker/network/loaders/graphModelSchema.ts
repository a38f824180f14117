import * as v from 'valibot';
import { FoveaError } from '../../../shared/errors';
import { placeOf } from './placeOf';

/** A TensorFlow GraphDef as tensorflowjs writes it to model.json, as far as it is trusted here. */
const integer = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.number());
const attribute = v.object({
  s: v.optional(v.string()),
  i: v.optional(integer),
  f: v.optional(v.number()),
  b: v.optional(v.boolean()),
  type: v.optional(v.union([v.string(), v.number()])),
  list: v.optional(v.object({ i: v.optional(v.array(integer)), s: v.optional(v.array(v.string())) })),
  shape: v.optional(
    v.object({
      dim: v.optional(v.array(v.object({ size: v.optional(integer) }))),
      unknownRank: v.optional(v.boolean()),
    }),
  ),
});
const nodeSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(1024)),
  op: v.string(),
  input: v.optional(v.array(v.string()), []),
  attr: v.optional(v.record(v.string(), v.unknown()), {}),
});
const topologySchema = v.object({ node: v.pipe(v.array(nodeSchema), v.maxLength(50_000)) });

export type GraphDefNode = v.InferOutput<typeof nodeSchema>;

/** Checks a topology that came from outside. @throws FoveaError */
export function checkTopology(value: unknown): readonly GraphDefNode[] {
  const result = v.safeParse(topologySchema, value);
  if (result.success) return result.output.node;
  throw new FoveaError(
    `The graph is not valid at ${placeOf(result.issues)}.`,
    'Export the model again with tensorflowjs_converter.',
  );
}

/** One attribute of a node, checked. */
export function attributeOf(node: GraphDefNode, name: string): v.InferOutput<typeof attribute> {
  const result = v.safeParse(attribute, node.attr[name] ?? {});
  if (result.success) return result.output;
  throw new FoveaError(`Attribute ${name} of ${node.name} is not valid.`, 'Export the model again.');
}

/** A string attribute; the format stores bytes in Base64. */
export const textOf = (node: GraphDefNode, name: string): string => atob(attributeOf(node, name).s ?? '');

/** Names of a node's data inputs, without control inputs and output numbers. */
export const inputNames = (node: GraphDefNode): string[] =>
  node.input.filter((name) => !name.startsWith('^')).map((name) => name.replace(/:0$/, ''));

/** The name of the node that gives a result: `split:1` is the second of `split`. */
export const producerOf = (name: string): string => name.replace(/:\d+$/, '');
