import * as v from 'valibot';
import { FoveaError } from '../../../shared/errors';
import { fillKinds, type MaskShape } from '../../../shared/mask';
import { methods } from '../../../shared/methods';

/** Bytes; 20,000 photos take less than half of it. */
const mostBytes = 16 * 2 ** 20;
/** Cells along a side of a painted mask. */
const mostCells = 1024;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const label = v.nullable(v.pipe(v.string(), v.maxLength(200)));
const finite = v.pipe(v.number(), v.finite());
const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostCells));
const point = v.object({ x: finite, y: finite });
const points = v.pipe(v.array(point), v.maxLength(100_000));
const box = v.object({ x: finite, y: finite, width: finite, height: finite });

const cells = v.pipe(
  v.object({
    kind: v.literal('cells'),
    box,
    width: side,
    height: side,
    cells: v.pipe(v.string(), v.regex(/^[.#]*$/), v.maxLength(mostCells ** 2)),
  }),
  v.check(({ width, height, cells: text }) => text.length === width * height, 'a mask has another size than it says'),
  v.transform(
    ({ cells: hidden, ...shape }): MaskShape => ({
      ...shape,
      cells: Uint8Array.from(hidden, (character) => Number(character === '#')),
    }),
  ),
);

const shape = v.union([
  v.object({ kind: v.literal('brush'), points, width: finite }),
  v.object({ kind: v.literal('rectangle'), box }),
  v.object({ kind: v.literal('ellipse'), box }),
  v.object({ kind: v.literal('polygon'), points }),
  cells,
]);

const schema = v.object({
  format: v.literal('fovea-study'),
  version: v.literal(1),
  network: v.object({ id: text, name: text, hash: text }),
  settings: v.object({
    network: text,
    layer: v.string(),
    method: v.picklist(methods.map(({ id }) => id)),
    seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1)),
    resamples: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(100_000)),
  }),
  mask: v.nullable(
    v.object({
      name: text,
      strokes: v.pipe(
        v.array(v.object({ shape, erase: v.boolean(), fill: v.picklist(fillKinds) })),
        v.maxLength(10_000),
      ),
    }),
  ),
  photos: v.pipe(v.array(v.object({ file: text, person: label, group: label })), v.maxLength(20_000)),
});

/** A saved study: how its photos are measured, and what the user said of each. */
export type StudyFile = v.InferOutput<typeof schema>;

const remedy = 'Choose a JSON file that was saved here with a study’s report.';

/**
 * Reads and checks a saved study; its figures are not read.
 * @throws FoveaError when it is too large, no JSON, or no such file; the signal's reason when aborted
 */
export async function readStudyFile(signal: AbortSignal, file: Blob): Promise<StudyFile> {
  if (file.size > mostBytes) throw new FoveaError('The file is larger than 16 MB.', remedy);
  const content = await file.text();
  signal.throwIfAborted();
  const parsed = v.safeParse(schema, parse(content));
  if (parsed.success) return parsed.output;
  const version = versionOf(parsed.issues[0].path?.[0]);
  if (version !== null)
    throw new FoveaError(
      `The study was saved by another version of Fovea: its file has version ${version}, and this one reads version 1.`,
      'Open it with that version, or repeat the study from its report.',
    );
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue);
  throw new FoveaError(`The file is no saved study: ${where === null ? '' : `${where}: `}${issue.message}.`, remedy);
}

/** What stands for the version, where that is what does not fit; null where it is something else. */
function versionOf(item: { readonly key?: unknown; readonly value?: unknown } | undefined): string | null {
  const { key, value } = item ?? {};
  return key === 'version' && (typeof value === 'number' || typeof value === 'string')
    ? String(value).slice(0, 20)
    : null;
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new FoveaError('The file is not valid JSON.', remedy, { cause });
  }
}
