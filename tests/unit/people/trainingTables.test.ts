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
const views: readonly HeldOutView[] = ['open', 'eyes'];
const heads: readonly HeadKind[] = ['plain', 'masked'];

const training: TrainingStudy = {
  ...{ network: 'hse-mobilenet', layer: 'conv', persons: 6, photos: 12, heldOut: 'copies', folds: 3, seed: 1 },
  results: views.flatMap((view) =>
    heads.map((head) => ({
      ...{ head, view, group: null, persons: 6, photos: 12, regions: heat },
      ...{ recognised: around(head === 'plain' ? 0.4 : 0.7), probability: around(0.5) },
    })),
  ),
  changes: views.map((view) => ({
    ...{ head: 'masked' as const, view, group: null, regions: heat },
    ...{ recognised: around(0.3), probability: around(-0.05) },
  })),
};

/** Cells of every row, without their markup. */
const rowsOf = (markup: string) =>
  [...markup.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, '')),
  );

it.each([
  ['the bench', () => renderToStaticMarkup(createElement(TrainingTables, { training }))],
  ['the report', () => trainingSection(training, 'source').text],
])('%s sets the heads side by side, with intervals, persons and photos, and says what was held out', (_, render) => {
  const markup = render();
  const lines = rowsOf(markup).map((cells) => cells.join(' | '));
  expect(lines).toHaveLength(1 + 4 + 1 + 2);
  const masked = lines.find(
    (line) => line.startsWith('eyes and brows hidden | all | and masked copies') && line.includes('70.0 %'),
  );
  for (const figure of ['60.0 to 80.0', '50.0 %', '12.5 %', '6 | 12']) expect(masked).toContain(figure);
  expect(lines.at(-1)).toContain('+30.0 points');
  expect(lines.at(-1)).toContain('−5.0 points');
  expect(markup).toContain('6 persons, 12 photos, in 3 folds, seed 1');
  expect(markup).toContain('all figures flatter');
});
