import { describe, expect, it } from 'vitest';
import { countChanges } from '../../src/page/panels/filters/countChanges';
import { gridTarget } from '../../src/page/panels/filters/gridTarget';
import { searchLayers } from '../../src/page/panels/filters/searchLayers';
import * as fields from '../../src/page/panels/filters/settingsFields';
import { tileWords } from '../../src/page/panels/filters/tileWords';
import type { Tile } from '../../src/page/state/tiles';
import { describePreprocessing } from '../../src/page/ui/describePreprocessing';
import { presetSettings, presets } from '../../src/shared/presets';

describe('arrow keys in the grid', () => {
  const grid = { count: 20, columns: 8 };
  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowLeft', 3, 2],
    ['ArrowDown', 3, 11],
    ['ArrowUp', 11, 3],
    ['Home', 11, 0],
    ['End', 3, 19],
  ])('%s leads from %i to %i', (key, index, target) => expect(gridTarget({ ...grid, key, index })).toBe(target));

  it.each([
    ['ArrowLeft', 0],
    ['ArrowRight', 19],
    ['ArrowUp', 7],
    ['ArrowDown', 12],
    ['a', 3],
  ])('%s from %i leads nowhere', (key, index) => expect(gridTarget({ ...grid, key, index })).toBeNull());
});

describe('the search among layers', () => {
  const layer = (name: string, kind: string) => ({ name, kind, outputShape: [1], parameters: 0, filters: 1 });
  const layers = [layer('conv64_1', 'Conv2D'), layer('conv64_1_out', 'Add'), layer('fc7', 'Dense')];
  const found = (query: string) => searchLayers(layers, query).map(({ name }) => name);

  it('looks at names and types, whatever the case, for every word', () => {
    expect(found('CONV')).toEqual(['conv64_1', 'conv64_1_out']);
    expect(found('add 64')).toEqual(['conv64_1_out']);
    expect(found('dense')).toEqual(['fc7']);
    expect(found('  ')).toHaveLength(3);
    expect(found('conv dense')).toEqual([]);
  });
});

describe('the settings', () => {
  const numbers = [
    ...Object.values(fields).filter((field) => !Array.isArray(field)),
    ...fields.transforms,
    ...fields.regularisers,
  ] as fields.NumberSetting[];

  it.each(presets.map((preset) => [preset.id, preset.settings] as const))(
    'of %s lie in their ranges',
    (_id, settings) => {
      for (const field of numbers) {
        expect(field.get(settings), field.label).toBeGreaterThanOrEqual(field.min);
        expect(field.get(settings), field.label).toBeLessThanOrEqual(field.max);
      }
    },
  );

  it('come back as they were set, each in its own place', () => {
    const settings = presetSettings('fovea');
    for (const field of numbers) {
      const value = field.min + field.step;
      const changed = field.set(settings, value);
      expect(field.get(changed), field.label).toBeCloseTo(value, 6);
      const unchanged = value === field.get(settings);
      expect(countChanges(changed, 8), field.label).toBe(unchanged ? 0 : 1);
    }
  });

  it('count as changed only where they differ from their preset', () => {
    const settings = presetSettings('lucid');
    expect(countChanges(settings, 8)).toBe(0);
    expect(countChanges({ ...settings, seed: 9, steps: 1, start: { ...settings.start, spread: 7 } }, 8)).toBe(3);
    // The preset's own values for a shallow layer are no changes there.
    expect(countChanges(presetSettings('fovea', 2), 2)).toBe(0);
    expect(countChanges(presetSettings('fovea', 2), 8)).toBe(2);
  });
});

describe('preprocessing in words', () => {
  it.each([
    [
      { order: 'rgb', mean: [122.782, 117.001, 104.298], scale: 1 / 255 },
      'Pixels 0–255 in RGB order, minus (122.782, 117.001, 104.298), divided by 255.',
    ],
    [
      { order: 'rgb', mean: [127.5, 127.5, 127.5], scale: 1 / 127.5 },
      'Pixels 0–255 in RGB order, minus (127.5, 127.5, 127.5), divided by 127.5.',
    ],
    [
      { order: 'bgr', mean: [93.594, 104.7624, 129.1863], scale: 1 },
      'Pixels 0–255 in BGR order, minus (93.594, 104.7624, 129.1863).',
    ],
    [{ order: 'rgb', mean: [0, 0, 0], scale: 1 }, 'Pixels 0–255 in RGB order, as they are.'],
    [{ order: 'rgb', mean: [0, 0, 0], scale: 0.017 }, 'Pixels 0–255 in RGB order, times 0.017.'],
  ] as const)('%j', (preprocessing, sentence) => expect(describePreprocessing(preprocessing)).toBe(sentence));
});

describe('a tile in words', () => {
  const tile: Tile = {
    filter: 12,
    status: 'running',
    step: 30,
    steps: 60,
    seed: 1,
    objectives: [0.5, 1.25],
    picture: null,
    version: 0,
    state: null,
    error: null,
    dead: false,
  };
  it.each([
    [null, 'Filter 12, waiting', ''],
    [{ ...tile, status: 'queued', step: 0, objectives: [] }, 'Filter 12, waiting', ''],
    [tile, 'Filter 12, step 30 of 60, objective 1.25', '1.25'],
    [{ ...tile, status: 'done' }, 'Filter 12, 30 steps, objective 1.25', '1.25'],
    [{ ...tile, status: 'dead' }, 'Filter 12, dead: nothing excites it from this start', ''],
    [{ ...tile, dead: true }, 'Filter 12, step 30 of 60, no response so far', ''],
    [{ ...tile, status: 'failed', error: 'no memory' }, 'Filter 12, failed: no memory', ''],
  ] as const)('%#', (given, sentence, value) => expect(tileWords('Filter 12', given)).toEqual({ sentence, value }));
});
