import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { trainingSection } from '../../../src/page/flows/people/report/trainingSection';
import { TrainingTables } from '../../../src/page/panels/people/training/TrainingTables';
import { regions } from '../../../src/shared/face';
import type { HeadKind, HeldOutView, TrainingStudy } from '../../../src/shared/people/trainingStudy';

const around = (mean: number) => ({ mean, low: mean - 0.1, high: mean + 0.1 });
const heat = Object.fromEntries(
  regions.map((region) => [region, around(0.125)]),
) as TrainingStudy['results'][0]['regions'];
const views: readonly HeldOutView[] = ['open', 'eyes', 'unseen'];
const heads: readonly HeadKind[] = ['plain', 'masked'];

const training: TrainingStudy = {
  ...{ network: 'hse-mobilenet', layer: 'conv', persons: 6, photos: 12, heldOut: 'copies', folds: 3, seed: 1 },
  ...{ leftOut: ['Lone Person'], tests: 1, resamples: 2000, splits: 2000 },
  results: views.flatMap((view) =>
    heads.map((head) => ({
      ...{ head, view, group: null, persons: 6, photos: 12, regions: heat },
      ...{ recognised: around(head === 'plain' ? 0.4 : 0.7), probability: around(0.5) },
    })),
  ),
  changes: views.map((view) => ({
    ...{ head: 'masked' as const, against: 'plain' as const, view, group: null, persons: 5, photos: 10, regions: heat },
    ...{ recognised: around(0.3), probability: around(-0.05) },
  })),
  differences: [
    {
      ...{
        head: 'masked',
        view: 'eyes',
        groups: ['North', 'South'],
        quantity: { kind: 'recognised' },
        difference: 0.25,
      },
      ...{ low: 0.1, high: 0.4, p: 0.01, q: 0.02, effect: 0.9 },
      sizes: [
        { persons: 9, photos: 18 },
        { persons: 8, photos: 16 },
      ],
    },
  ],
  refusals: [
    { head: 'plain', tooFew: { needed: 8, forLargeEffect: 47, tests: 15, groups: [{ group: 'West', persons: 3 }] } },
    { head: 'masked', tooFew: { needed: 8, forLargeEffect: 47, tests: 15, groups: [{ group: 'West', persons: 3 }] } },
  ],
};

/** Cells of every row, without their markup. */
const rowsOf = (markup: string) =>
  [...markup.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, '')),
  );

const rendered = (study: TrainingStudy) => [
  renderToStaticMarkup(createElement(TrainingTables, { training: study })),
  trainingSection(study, 'source').text,
];

it('tells, where there is no interval, that there is none, and why', () => {
  const none = { mean: 0, low: Number.NaN, high: Number.NaN };
  const changes = training.changes.map((one) => ({ ...one, probability: none }));
  for (const markup of rendered({ ...training, changes })) {
    expect(markup.split('No interval (–) where there is one person, or all persons have the same value')).toHaveLength(
      2,
    );
    expect(markup).not.toContain('0.0 to 0.0');
  }
  for (const markup of rendered(training)) expect(markup).not.toContain('No interval');
});

it('says nothing of dashes and stars below a table that shows no interval with one', () => {
  const none = { mean: 0, low: Number.NaN, high: Number.NaN };
  const changes = training.changes.map((one) => ({
    ...one,
    regions: { ...one.regions, nose: none, mouth: { ...around(0.1), bounded: true as const } },
  }));
  // The table of the heat has them, and no other one.
  for (const markup of rendered({ ...training, changes }))
    for (const note of ['No interval (–)', 'The interval is held at']) expect(markup.split(note)).toHaveLength(2);
});

it.each([
  ['the bench', () => renderToStaticMarkup(createElement(TrainingTables, { training }))],
  ['the report', () => trainingSection(training, 'source').text],
])('%s sets the heads side by side, with intervals, persons and photos, and says what was held out', (_, render) => {
  const markup = render();
  const lines = rowsOf(markup).map((cells) => cells.join(' | '));
  // Heads and changes, the same for the heat, and the tests.
  expect(lines).toHaveLength(1 + 6 + (1 + 3) + (1 + 6) + (1 + 3) + (1 + 1));
  const masked = lines.find(
    (line) => /^eyes and brows hidden \| all \| and masked copies/i.test(line) && line.includes('70.0 %'),
  );
  for (const figure of ['60.0 to 80.0', '50.0 %', '6 | 12']) expect(masked).toContain(figure);
  const change = lines.find(
    (line) => line.includes('and masked copies | photos as they are') && line.includes('+30.0'),
  );
  for (const figure of ['+30.0', '−5.0', '5 | 10']) expect(change).toContain(figure);
  const heat = lines.filter((line) => line.split('12.5 % (2.5 to 22.5)').length === regions.length + 1);
  expect(heat).toHaveLength(6);
  // What no training hid is named as what is hidden, and said to be unseen.
  expect(lines.some((line) => /^nose and cheeks hidden \|/i.test(line))).toBe(true);
  expect(markup).toContain('No head was trained with nose and cheeks hidden.');
  expect(lines.at(-1)).toContain('+25.0 points');
  expect(lines.at(-1)).toContain('9 and 8 | 18 and 16');
  expect(markup).toContain('and masked copies, eyes and brows hidden: North minus South');
  expect(markup).toContain('“photos as they are” and “and masked copies”: Too few persons for a verdict');
  expect(markup).toContain('West has 3 persons');
  expect(markup).toContain('Lone Person');
  expect(markup).toContain('6 persons, 12 photos, 12 changed copies of them, in 3 folds, seed 1');
  expect(markup).toContain('all figures flatter');
  expect(markup).not.toMatch(/held-out photos/i);
});
