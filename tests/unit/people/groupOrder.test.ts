import { expect, it } from 'vitest';
import { groupMaps } from '../../../src/page/flows/people/groupMaps';
import { groupCounts } from '../../../src/page/panels/people/side/groupCounts';
import { groupOrder } from '../../../src/shared/people/groupOrder';
import type { HeadTrial } from '../../../src/shared/people/headTrials';
import { perRegion } from '../../../src/shared/people/quantities';
import { trainingSteps } from '../../../src/shared/people/summariseTraining';
import { madePhoto } from './support/madeStudy';

/** As they come, and as every table has them. */
const come = ['group 10', 'Zoo', 'group 9', 'ärmel', 'Lot B'];
const shown = ['ärmel', 'group 9', 'group 10', 'Lot B', 'Zoo'];
const photos = come.map((group, i) => madePhoto(`${i}`, { group, person: `p${i}` }));

it('orders groups by name, numbers as numbers, no group last', () => {
  expect([null, ...come].sort(groupOrder)).toEqual([...shown, null]);
});

it('is that of the list beside, of the maps, and of the trained heads, whatever came first', () => {
  expect(groupCounts(photos, new Map()).map(({ group }) => group)).toEqual(shown);
  expect(groupMaps(photos).map(({ group }) => group)).toEqual(shown);
  const trials = photos.map(
    ({ group, person, id }): HeadTrial => ({
      ...({ head: 'plain', view: 'open' } as const),
      ...{ photo: id, source: id, person, group },
      ...{ right: true, probability: 0.5, regions: perRegion(() => 1 / 8) },
    }),
  );
  const steps = trainingSteps(trials, { seed: 1, resamples: 100 });
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(step.value.results.map(({ group }) => group)).toEqual([null, ...shown]);
});
