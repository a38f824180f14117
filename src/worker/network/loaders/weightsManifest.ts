import * as v from 'valibot';
import { FoveaError } from '../../../shared/errors';
import { placeOf } from './placeOf';

/** TensorFlow.js's weight manifest (tfjs-core io/types: WeightsManifestConfig), as far as it is trusted here. */
const dimension = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1 << 26));
const entrySchema = v.object({
  name: v.pipe(v.string(), v.maxLength(1024)),
  shape: v.pipe(v.array(dimension), v.maxLength(8)),
  dtype: v.picklist(['float32', 'int32', 'bool', 'float16']),
  quantization: v.optional(
    v.object({
      dtype: v.picklist(['uint8', 'uint16', 'float16']),
      scale: v.optional(v.number()),
      min: v.optional(v.number()),
    }),
  ),
});
export const manifestSchema = v.array(
  v.object({
    paths: v.pipe(v.array(v.string()), v.maxLength(20_000)),
    weights: v.pipe(v.array(entrySchema), v.maxLength(20_000)),
  }),
);
export type Manifest = v.InferOutput<typeof manifestSchema>;
export type ManifestEntry = v.InferOutput<typeof entrySchema>;

/** A browser's buffers end at 2 GiB. */
const mostBytes = 2 ** 31 - 1;

const bytesPerValue = { float32: 4, int32: 4, bool: 1, float16: 2, uint8: 1, uint16: 2 } as const;

const storedType = (entry: ManifestEntry) => entry.quantization?.dtype ?? entry.dtype;
const countOf = (entry: ManifestEntry) => entry.shape.reduce((product, size) => product * size, 1);
/** Bytes that an entry's values take in the shards. */
export const bytesOf = (entry: ManifestEntry) => countOf(entry) * bytesPerValue[storedType(entry)];

/** Bytes that one of an entry's values takes in the shards. */
export const valueBytes = (entry: ManifestEntry) => bytesPerValue[storedType(entry)];

/** Bytes that all the shards of a manifest must have together. */
export const manifestBytes = (manifest: Manifest): number =>
  manifest.flatMap((group) => group.weights).reduce((sum, entry) => sum + bytesOf(entry), 0);

/** Checks a manifest that came from outside. @throws FoveaError */
export function checkManifest(value: unknown): Manifest {
  const result = v.safeParse(manifestSchema, value);
  if (result.success) return checkSize(result.output);
  throw new FoveaError(
    faultOf(result.issues),
    'Export the model again with tensorflowjs and add model.json with all its shards.',
  );
}

const namedEntry = v.object({ name: v.pipe(v.string(), v.maxLength(1024)), shape: v.optional(v.array(v.unknown())) });

/** In the words of the weight that is wrong, where there is one. */
function faultOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  // Group, 'weights', entry, what of it.
  const [, , item, part] = issues[0].path ?? [];
  const entry = v.safeParse(namedEntry, item?.value);
  if (!entry.success) return `The weight manifest is not valid at ${placeOf(issues)}.`;
  const { name, shape } = entry.output;
  if (part?.key !== 'shape' || shape === undefined)
    return `The manifest’s ${String(part?.key)} of ${name} is not valid.`;
  const extents = shape.slice(0, 8).map((extent) => (typeof extent === 'number' ? extent.toLocaleString('en') : '?'));
  return `The weight ${name} cannot have the shape ${extents.join(' × ')}${shape.length > 8 ? ' × …' : ''}.`;
}

function checkSize(manifest: Manifest): Manifest {
  const bytes = manifestBytes(manifest);
  if (bytes <= mostBytes) return manifest;
  throw new FoveaError(`The manifest names ${bytes} bytes of weights.`, 'Choose a network of at most 2 GB.');
}

/** The shards have another length than the manifest says. */
export const wrongLength = (found: string, expected: number): FoveaError =>
  new FoveaError(
    `The weights have ${found} bytes where the manifest wants ${expected}.`,
    'A shard is missing, truncated or from another export: add model.json with exactly its own shards.',
  );

/** The shards hold more than the manifest says. */
export const tooLong = (found: number, expected: number): FoveaError => wrongLength(`at least ${found}`, expected);

/** Values of an entry, or a run of them, from their bytes in the file's little-endian order. */
export function decodeValues(entry: ManifestEntry, raw: ArrayBuffer): Float32Array {
  const { scale = 1, min = 0 } = entry.quantization ?? {};
  switch (storedType(entry)) {
    case 'float32':
      return new Float32Array(raw);
    case 'int32':
      return Float32Array.from(new Int32Array(raw));
    case 'bool':
      return Float32Array.from(new Uint8Array(raw));
    case 'float16':
      return lookUp(new Uint16Array(raw), halfTable());
    case 'uint8':
      return affine(new Uint8Array(raw), scale, min);
    case 'uint16':
      return affine(new Uint16Array(raw), scale, min);
  }
}

function affine(codes: Uint8Array | Uint16Array, scale: number, min: number): Float32Array {
  const values = new Float32Array(codes.length);
  for (let i = 0; i < codes.length; i++) values[i] = (codes[i] as number) * scale + min;
  return values;
}

function lookUp(codes: Uint16Array, table: Float32Array): Float32Array {
  const values = new Float32Array(codes.length);
  for (let i = 0; i < codes.length; i++) values[i] = table[codes[i] as number] as number;
  return values;
}

/** False where one of the values is NaN or infinite. */
export function allFinite(values: Float32Array): boolean {
  // Any NaN or infinity makes the sum of (value − value) something else than 0.
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) - (values[i] as number);
  return sum === 0;
}

let halves: Float32Array | null = null;

/** The value of every 16-bit code. */
function halfTable(): Float32Array {
  halves ??= Float32Array.from({ length: 1 << 16 }, (_, code) => halfToNumber(code));
  return halves;
}

/** IEEE 754 binary16. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
