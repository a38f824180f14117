import * as v from 'valibot';
import { FoveaError } from '../../shared/errors';

const picture = v.custom<Blob | ImageData>(
  (value) => value instanceof Blob || value instanceof ImageData,
  'is neither a Blob nor an ImageData',
);
const signal = v.optional(v.instance(AbortSignal));

const addSchema = v.strictObject({
  name: v.string(),
  photos: v.pipe(v.array(picture), v.minLength(1), v.maxLength(50)),
  group: v.optional(v.string()),
  crop: v.optional(v.picklist(['face', 'none'])),
  signal,
});

const trainSchema = v.strictObject({
  network: v.string(),
  augment: v.optional(v.picklist(['none', 'masked']), 'none'),
  signal,
});

/** @throws FoveaError that names the option which makes no sense */
export const readAddOptions = (given: unknown) => check('add', addSchema, given);
/** @throws FoveaError that names the option which makes no sense */
export const readTrainOptions = (given: unknown) => check('train', trainSchema, given);

function check<Output>(call: string, schema: v.GenericSchema<unknown, Output>, value: unknown): Output {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue) ?? 'options';
  throw new FoveaError(`fovea.gallery.${call}: ${where}: ${issue.message}.`, 'The README lists the options.');
}
