import type { MaskComparison, PeopleRow } from '../calls/peopleCalls';
import type { Interval, MaskLoss, MaskLosses, Quantity } from '../people';
import { createRandom } from '../random';
import { meanInterval } from '../statistics/meanInterval';
import { pairedRateDifference } from '../statistics/pairedRateDifference';
import { correctAll, pairSteps, type Sample, tooFewOf } from './pairSteps';
import { type Person, type PersonMean, peopleByGroup, personMeans } from './personMeans';
import { allQuantities, perRegion } from './quantities';
import { indexOf, type Resampling } from './summariseGroup';

/** A mask changes no condition of a photo. */
const quantities = allQuantities.filter(({ kind }) => kind !== 'condition');

/**
 * What a mask changes in each group, as differences with the mask minus without it: photo by photo, averaged by person,
 * with persons resampled. The recognised share has Newcombe's interval for paired rates. And which of two groups of
 * `minimumPersons` or more it changes more, by the tests of `compareGroups` on these changes.
 * @param open, masked rows of the same photos in the same order
 * @throws RangeError when the rows are not of the same photos: another person or group, or right names told of only one
 */
export function compareMasked(comparison: MaskComparison): MaskLosses {
  const steps = maskedSteps(comparison);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of well below a second, so that a worker can look at its messages in between. */
export function* maskedSteps({
  open,
  masked,
  seed,
  resamples,
}: MaskComparison): Generator<undefined, MaskLosses, undefined> {
  checkPaired(open, masked);
  const after = peopleByGroup(masked);
  const groups: MaskLoss[] = [];
  const samples: Sample[] = [];
  for (const [place, [group, people]] of [...peopleByGroup(open)].entries()) {
    const pairs = pairByName(people, after.get(group) ?? []);
    const loss = lossOf(group, pairs, place, { seed, resamples });
    groups.push(loss);
    samples.push({
      ...{ group, persons: people.length, place },
      means: (quantity) => changesOf(pairs, quantity),
      rate: () => loss.recognised ?? { mean: Number.NaN, low: Number.NaN, high: Number.NaN },
    });
    yield;
  }
  const { differences, untested, splits } = yield* pairSteps(samples, {
    seed,
    resamples,
    quantities,
    seeds: [3],
    most: 2,
  });
  return {
    groups,
    differences: correctAll(differences),
    tooFew: tooFewOf(samples, { quantities }),
    ...{ untested, tests: differences.length, seed, resamples, splits },
  };
}

function checkPaired(open: readonly PeopleRow[], masked: readonly PeopleRow[]): void {
  if (open.length !== masked.length) throw new RangeError('Each photo is measured without and with the mask.');
  for (const [i, { person, group, right }] of open.entries()) {
    const under = masked[i] as PeopleRow;
    const isSame = under.person === person && under.group === group && (under.right === null) === (right === null);
    if (!isSame)
      throw new RangeError(`Photo ${i + 1} has another person, group or basis with the mask than without it.`);
  }
}

/** One person without and with the mask. */
interface Paired {
  readonly before: Person;
  readonly after: Person;
}

function pairByName(before: readonly Person[], after: readonly Person[]): readonly Paired[] {
  const others = new Map(after.map((one) => [one.person, one]));
  return before.map((one) => {
    const other = others.get(one.person);
    if (other === undefined) throw new RangeError('A person without the mask is not there with it.');
    return { before: one, after: other };
  });
}

/** Of the persons of whom the quantity can be told: with the mask minus without it. */
function changesOf(pairs: readonly Paired[], quantity: Quantity): readonly PersonMean[] {
  return pairs.flatMap(({ before, after }) => {
    const [[open], [masked]] = [personMeans([before], quantity), personMeans([after], quantity)];
    if (open === undefined || masked === undefined) return [];
    return [{ mean: masked.mean - open.mean, photos: open.photos }];
  });
}

function lossOf(group: string, pairs: readonly Paired[], place: number, { seed, resamples }: Resampling): MaskLoss {
  const change = (quantity: Quantity): Interval =>
    meanInterval(
      changesOf(pairs, quantity).map(({ mean }) => mean),
      { resamples, random: createRandom(seed, place, indexOf(quantity), 1), within: { low: -1, high: 1 } },
    );
  const named = changesOf(pairs, { kind: 'recognised' });
  return {
    group,
    persons: pairs.length,
    photos: pairs.reduce((sum, { before }) => sum + before.rows.length, 0),
    named: { persons: named.length, photos: named.reduce((sum, { photos }) => sum + photos, 0) },
    recognised: named.length === 0 ? null : recognisedChange(pairs),
    probability: change({ kind: 'probability' }),
    regions: perRegion((region) => change({ kind: 'region', region })),
  };
}

function recognisedChange(pairs: readonly Paired[]): Interval {
  const rates = (people: readonly Person[]) =>
    personMeans(people, { kind: 'recognised' }).map(({ mean, photos }) => ({ share: mean, photos }));
  return pairedRateDifference(rates(pairs.map(({ after }) => after)), rates(pairs.map(({ before }) => before)));
}
