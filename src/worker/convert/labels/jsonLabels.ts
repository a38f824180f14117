import * as v from 'valibot';

const pair = v.tuple([v.union([v.string(), v.number()]), v.string()]);
const entry = v.union([
  v.string(),
  v.pipe(
    pair,
    v.transform(([, name]) => name),
  ),
]);

/** `["a", "b"]`, or pairs of an id and a name. */
const list = v.array(entry);
/** `{ "0": "a" }`, or Keras's class index, `{ "0": ["n01440764", "tench"] }`. */
const byNumber = v.record(v.pipe(v.string(), v.regex(/^\d{1,7}$/)), entry);
/** `{ "a": 0 }`, as `flow_from_directory` tells its classes. */
const byName = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0)));

/** The names of classes in a JSON file, in their order; null where it says something else. */
export function jsonLabels(value: unknown): string[] | null {
  const names = v.safeParse(list, value);
  if (names.success && Array.isArray(value)) return names.output;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const numbered = v.safeParse(byNumber, value);
  if (numbered.success) return inOrder(Object.entries(numbered.output).map(([index, name]) => [Number(index), name]));
  const named = v.safeParse(byName, value);
  return named.success ? inOrder(Object.entries(named.output).map(([name, index]) => [index, name])) : null;
}

/** Null unless the numbers are 0, 1, 2 … without a gap. */
function inOrder(entries: readonly (readonly [number, string])[]): string[] | null {
  const sorted = [...entries].sort(([a], [b]) => a - b);
  return sorted.length > 0 && sorted.every(([index], i) => index === i) ? sorted.map(([, name]) => name) : null;
}
