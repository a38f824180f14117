import * as v from 'valibot';
import type { WeightPrecision } from '../../shared/network';

const entrySchema = v.object({
  shape: v.array(v.number()),
  dtype: v.string(),
  quantization: v.optional(v.object({ dtype: v.string() })),
});
const modelSchema = v.object({ weightsManifest: v.array(v.object({ weights: v.array(entrySchema) })) });

const precisions: Readonly<Record<string, WeightPrecision>> = { uint8: 'u8', uint16: 'f16', float16: 'f16' };

/**
 * The precision in which a model.json says most values lie in its shards: a converter leaves small weights, such as
 * biases, in 32 bits. Codes of 16 bits count as halves. What cannot be read tells nothing lower than 32 bits.
 * @throws the signal's reason when aborted
 */
export async function readPrecision(signal: AbortSignal, files: readonly File[]): Promise<WeightPrecision> {
  const file = files.find(({ name }) => name.toLowerCase().endsWith('.json'));
  const parsed = file === undefined ? null : v.safeParse(modelSchema, await parse(file));
  signal.throwIfAborted();
  const counts = { f32: 0, f16: 0, u8: 0 };
  for (const { weights } of parsed?.success ? parsed.output.weightsManifest : []) {
    for (const { shape, dtype, quantization } of weights) {
      const precision = precisions[quantization?.dtype ?? dtype] ?? 'f32';
      counts[precision] += shape.reduce((product, extent) => product * extent, 1);
    }
  }
  if (counts.u8 > Math.max(counts.f16, counts.f32)) return 'u8';
  return counts.f16 > counts.f32 ? 'f16' : 'f32';
}

async function parse(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return null;
  }
}
