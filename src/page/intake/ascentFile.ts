import * as v from 'valibot';
import { ascentLimits } from '../../shared/ascentLimits';
import { FoveaError } from '../../shared/errors';
import { ascentSettingsSchema } from './ascentSettingsSchema';

/** Bytes; a page with 64 long objective curves takes less than one. */
const mostBytes = 16 * 2 ** 20;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const filter = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

const schema = v.object({
  format: v.literal('fovea-ascent'),
  version: v.literal(1),
  network: v.object({ id: text, name: text, hash: text }),
  layer: text,
  pageStart: filter,
  settings: ascentSettingsSchema,
  results: v.pipe(
    v.array(
      v.object({
        filter,
        seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(ascentLimits.seed)),
        /** Steps done, and wanted in all. */
        step: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(ascentLimits.steps)),
        steps: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(ascentLimits.steps)),
        dead: v.boolean(),
        /** Before each step; null where none was told. */
        objectives: v.pipe(v.array(v.nullable(v.number())), v.maxLength(ascentLimits.steps)),
      }),
    ),
    v.maxLength(1024),
  ),
});

/** A page of tiles with all that is needed to compute it again. */
export type AscentFile = v.InferOutput<typeof schema>;

/**
 * Reads and checks an exported file.
 * @throws FoveaError when it is too large, no JSON, or not such a file; the signal's reason when aborted
 */
export async function readAscentFile(signal: AbortSignal, file: Blob): Promise<AscentFile> {
  const remedy = 'Choose a JSON file that was saved here with “Save the settings”.';
  if (file.size > mostBytes) throw new FoveaError('The file is larger than 16 MB.', remedy);
  const content = await file.text();
  signal.throwIfAborted();
  const parsed = v.safeParse(schema, parseJson(content, remedy));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue);
  throw new FoveaError(`The file is no saved ascent: ${where === null ? '' : `${where}: `}${issue.message}.`, remedy);
}

function parseJson(content: string, remedy: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new FoveaError('The file is not valid JSON.', remedy, { cause });
  }
}
