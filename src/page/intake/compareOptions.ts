import * as v from 'valibot';
import { FoveaError } from '../../shared/errors';
import { plainText } from '../../shared/galleryNames';
import { type MethodInfo, methodByName, methods } from '../../shared/methods';

/** What `fovea.compare` takes. */
export interface CompareOptions {
  readonly network: string;
  /** The largest face of each; who is in it and in which group is the script's word. */
  readonly photos: readonly {
    readonly picture: Blob | ImageData;
    /** Photos of one name are one person's. Absent: the gallery's name, or a person of its own. */
    readonly name?: string;
    /** Absent: in no group. */
    readonly group?: string;
  }[];
  /** Absent: the last layer with a spatial map. */
  readonly layer?: string;
  /** Default 'grad-cam'. */
  readonly method?: string;
  /** Of resampling and permuting, and of methods that draw; default 1. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
}

export interface ReadCompareOptions extends Omit<CompareOptions, 'method' | 'seed' | 'signal'> {
  readonly method: MethodInfo;
  readonly seed: number;
  readonly signal: AbortSignal;
}

const label = v.pipe(v.string(), v.transform(plainText), v.minLength(1), v.maxLength(80));

const schema = v.strictObject({
  network: v.string(),
  photos: v.pipe(
    v.array(
      v.strictObject({
        picture: v.custom<Blob | ImageData>(
          (value) => value instanceof Blob || value instanceof ImageData,
          'is neither a Blob nor an ImageData',
        ),
        name: v.optional(label),
        group: v.optional(label),
      }),
    ),
    v.minLength(1, 'has no photo'),
  ),
  layer: v.optional(v.string()),
  method: v.optional(v.string(), 'grad-cam'),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 1),
  signal: v.optional(v.instance(AbortSignal)),
});

/** @throws FoveaError that names the option which makes no sense */
export function readCompareOptions(given: unknown): ReadCompareOptions {
  const parsed = v.safeParse(schema, given);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const where = v.getDotPath(issue) ?? 'options';
    throw new FoveaError(`fovea.compare: ${where}: ${issue.message}.`, 'The README lists what fovea.compare takes.');
  }
  const { method: name, signal = new AbortController().signal, ...rest } = parsed.output;
  const method = methodByName(name);
  if (method === undefined)
    throw new FoveaError(`There is no method “${name}”.`, `Choose one of ${methods.map(({ id }) => id).join(', ')}.`);
  return { ...(rest as Omit<ReadCompareOptions, 'method' | 'signal'>), method, signal };
}
