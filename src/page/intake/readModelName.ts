import * as v from 'valibot';

/** Bytes; larger ones hold more than a topology. */
const mostBytes = 64 * 2 ** 20;

const named = v.object({ config: v.object({ name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)) }) });
const schema = v.object({
  modelTopology: v.union([
    v.pipe(
      v.object({ model_config: named }),
      v.transform(({ model_config }) => model_config),
    ),
    named,
  ]),
});

/**
 * The name that a Keras model gives itself in its model.json; null where there is none. Keras calls unnamed models
 * `model_1` or `sequential`: those say less than the files' names.
 * @throws SyntaxError where the file is no JSON; the signal's reason when aborted
 */
export async function readModelName(signal: AbortSignal, files: readonly File[]): Promise<string | null> {
  const file = files.find(({ name, size }) => name.toLowerCase().endsWith('.json') && size <= mostBytes);
  if (file === undefined) return null;
  const content: unknown = JSON.parse(await file.text());
  signal.throwIfAborted();
  const parsed = v.safeParse(schema, content);
  if (!parsed.success) return null;
  const { name } = parsed.output.modelTopology.config;
  return /^(model|functional|sequential)(_\d+)?$/i.test(name) ? null : name;
}
