import * as v from 'valibot';
import type { Preprocessing } from '../../shared/network';
import type { OfferedNetwork } from '../../shared/offeredNetwork';
import { isPreprocessing } from '../../shared/preprocessingFault';

/** A plain file name: what the index names is fetched from beside it, and from nowhere else. */
const fileName = v.pipe(v.string(), v.regex(/^[\w-][\w.-]*$/), v.maxLength(200));
const line = v.pipe(v.string(), v.maxLength(600));

const schema: v.GenericSchema<unknown, { networks: readonly OfferedNetwork[] }> = v.object({
  networks: v.array(
    v.object({
      id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,100}$/)),
      name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
      files: v.pipe(
        v.array(v.object({ name: fileName, bytes: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
        v.minLength(1),
      ),
      preprocessing: v.custom<Preprocessing>(isPreprocessing),
      origin: v.object({ source: line, licence: line, citation: line }),
    }),
  ),
});

/** The networks of an index.json as `npm run network` writes it; none where it is something else. */
export function readOffers(index: unknown): readonly OfferedNetwork[] {
  const parsed = v.safeParse(schema, index);
  return parsed.success ? parsed.output.networks : [];
}
