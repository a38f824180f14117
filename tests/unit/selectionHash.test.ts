import { describe, expect, it } from 'vitest';
import { readAddressSettings } from '../../src/page/intake/addressSettings';
import { readHash, writeHash } from '../../src/page/state/selectionHash';
import { presetSettings } from '../../src/shared/presets';

const selection = {
  network: 'dlib-resnet',
  layer: 'conv64_3',
  filter: 12,
  pageStart: 0,
  settings: presetSettings('lucid'),
  cell: 8,
};

describe('the URL hash', () => {
  it('leads back to the selection it was written from', () => {
    const hash = writeHash(selection);
    expect(hash).toBe('#network=dlib-resnet&layer=conv64_3&filter=12&preset=lucid');
    expect(readHash(hash)).toEqual({ network: 'dlib-resnet', layer: 'conv64_3', filter: 12, preset: 'lucid' });
  });

  it('leaves out what is not selected, and tells the page where no filter does', () => {
    expect(writeHash({ ...selection, layer: null, filter: null })).toBe('#network=dlib-resnet&preset=lucid');
    const hash = writeHash({ ...selection, filter: null, pageStart: 128 });
    expect(hash).toBe('#network=dlib-resnet&layer=conv64_3&page=3&preset=lucid');
    expect(readHash(hash).page).toBe(3);
  });

  it('tells every value that is not the preset’s for this layer, and they come back', () => {
    const settings = {
      ...presetSettings('fovea', 2),
      seed: 0,
      steps: 12,
      objective: 'neuron' as const,
      start: { centre: 128, spread: 20 },
      epsilon: 1e-10,
    };
    const hash = writeHash({ ...selection, settings, cell: 2 });
    expect(hash).toContain('&preset=fovea&objective=neuron&epsilon=1e-10&seed=0&steps=12&centre=128&spread=20');
    const { changes, start, refused } = readAddressSettings(readHash(hash).rest ?? []);
    expect(refused).toEqual([]);
    expect({
      ...presetSettings('fovea', 2),
      ...changes,
      start: { ...presetSettings('fovea').start, ...start },
    }).toEqual(settings);
  });

  it('gives what makes no sense back, for the page to tell', () => {
    const { rest = [] } = readHash(
      '#garbage&seed=-1&steps=1e9&jitter=4&display=best&filter=x&preset=nonsense&toString=1',
    );
    expect(readAddressSettings(rest)).toEqual({
      changes: { jitter: 4 },
      start: {},
      refused: ['garbage', 'seed=-1', 'steps=1e9', 'display=best', 'filter=x', 'preset=nonsense', 'toString=1'],
    });
  });

  it('survives names with special characters', () => {
    const layer = 'block/a&b=c#1 ü';
    expect(readHash(writeHash({ ...selection, layer })).layer).toBe(layer);
  });

  it.each(['#filter=', '#filter=-1', '#filter=1e3', '#filter=1.5', '#filter=x', '#preset=nonsense', '#network=', ''])(
    'takes nothing from %s',
    (hash) => {
      const { rest, ...read } = readHash(hash);
      expect(read).toEqual({});
    },
  );
});
