import * as v from 'valibot';
import { FoveaError } from '../../shared/errors';
import type { MethodSettings } from '../../shared/explain';
import { type MethodInfo, methodByName, methods } from '../../shared/methods';

/** What `fovea.explain` takes. */
export interface ExplainOptions extends Partial<MethodSettings> {
  readonly network: string;
  readonly picture: Blob | ImageData;
  /** `face`: the largest face, aligned; `none`: the whole picture, squeezed to fit. Absent: a face, if there is one. */
  readonly crop?: 'face' | 'none';
  /** Of the picture's size; where its alpha is not 0, its colour takes the picture's place. */
  readonly mask?: ImageData;
  /** Absent: the last layer with a spatial map. */
  readonly layer?: string;
  /** Default 'grad-cam'. */
  readonly method?: string;
  /**
   * A class by its index in the scores (of `output`, where a network has several: 'age', 'gender'), a person by name or
   * index, or another picture. Absent: the most probable person, where a head is trained or the network is made for
   * telling people apart; else the most probable class.
   */
  readonly target?:
    | { readonly class: number; readonly output?: string }
    | { readonly identity: string | number }
    | { readonly similarTo: Blob | ImageData };
  readonly signal?: AbortSignal;
}

export interface ReadExplainOptions extends Omit<ExplainOptions, 'method' | 'signal'> {
  readonly method: MethodInfo;
  readonly signal: AbortSignal;
}

const isPicture = (value: unknown): value is Blob | ImageData => value instanceof Blob || value instanceof ImageData;
const picture = v.custom<Blob | ImageData>(isPicture, 'is neither a Blob nor an ImageData');
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));

const schema = v.strictObject({
  network: v.string(),
  picture,
  crop: v.optional(v.picklist(['face', 'none'])),
  mask: v.optional(v.instance(ImageData)),
  layer: v.optional(v.string()),
  method: v.optional(v.string(), 'grad-cam'),
  target: v.optional(
    v.union([
      v.strictObject({ class: index, output: v.optional(v.string()) }),
      v.strictObject({ identity: v.union([v.string(), index]) }),
      v.strictObject({ similarTo: picture }),
    ]),
  ),
  signal: v.optional(v.instance(AbortSignal)),
  samples: v.optional(count(500)),
  noise: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  steps: v.optional(count(1000)),
  seed: v.optional(index),
});

/** @throws FoveaError that names the option which makes no sense */
export function readExplainOptions(given: unknown): ReadExplainOptions {
  const parsed = v.safeParse(schema, given);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const where = v.getDotPath(issue) ?? 'options';
    throw new FoveaError(`fovea.explain: ${where}: ${issue.message}.`, 'The README lists what fovea.explain takes.');
  }
  const { method: name, signal = new AbortController().signal, ...rest } = parsed.output;
  const method = methodByName(name);
  if (method === undefined)
    throw new FoveaError(`There is no method “${name}”.`, `Choose one of ${methods.map(({ id }) => id).join(', ')}.`);
  return { ...(rest as Omit<ExplainOptions, 'method' | 'signal'>), method, signal };
}
