import { FoveaError } from '../../../shared/errors';
import { bytesOf, type ManifestEntry } from './weightsManifest';

interface Shard {
  readonly name: string;
  readonly size: number;
}

/** Names in a message; a group of VGG16 has 139 shards. */
const mostNames = 4;

/**
 * Holds a group's shards to the length that its weights take together.
 * @throws FoveaError naming the shard that is not as long as its neighbours, or all where none stands out
 */
export function checkShards(weights: readonly ManifestEntry[], shards: readonly Shard[]): void {
  const expected = weights.reduce((sum, entry) => sum + bytesOf(entry), 0);
  const found = shards.reduce((sum, { size }) => sum + size, 0);
  if (found === expected) return;
  const wrong = findWrong(shards, expected);
  const claim =
    wrong === null
      ? `${nameAll(shards)} ${found} bytes where the manifest wants ${expected}.`
      : `The shard ${wrong.shard.name} has ${wrong.shard.size} bytes where the manifest wants ${wrong.wanted}.`;
  throw new FoveaError(
    claim,
    'A shard is truncated or from another export: add model.json with exactly its own shards.',
  );
}

/**
 * tensorflowjs cuts a group into shards of one length, and a last one of the rest. A last one is only to blame where at
 * least two before it agree: of two shards, either may be truncated.
 */
function findWrong(shards: readonly Shard[], expected: number): { shard: Shard; wanted: number } | null {
  const last = shards.at(-1);
  const full = Math.max(...shards.slice(0, -1).map(({ size }) => size));
  const rest = expected - full * (shards.length - 1);
  if (last === undefined || shards.length < 2 || rest <= 0 || rest > full) return null;
  const wrong = shards.flatMap((shard) => {
    const wanted = shard === last ? rest : full;
    return shard.size === wanted ? [] : [{ shard, wanted }];
  });
  const [only, other] = wrong;
  if (only === undefined || other !== undefined || (only.shard === last && shards.length < 3)) return null;
  return only;
}

function nameAll(shards: readonly Shard[]): string {
  const names = [...new Set(shards.map(({ name }) => name))];
  if (names.length === 1) return `The shard ${names[0]} has`;
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  return `The shards ${names.slice(0, mostNames).join(', ')}${more} have`;
}
