import { describe, expect, it } from 'vitest';
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
    const hash = writeHash(selection, '');
    expect(hash).toBe('#network=dlib-resnet&layer=conv64_3&filter=12&preset=lucid');
    expect(readHash(hash)).toEqual({ network: 'dlib-resnet', layer: 'conv64_3', filter: 12, preset: 'lucid' });
  });

  it('leaves out what is not selected and keeps what is not its own', () => {
    const hash = writeHash({ ...selection, layer: null, filter: null }, '#device=wasm&filter=3');
    expect(hash).toBe('#device=wasm&network=dlib-resnet&preset=lucid');
  });

  it('survives names with special characters', () => {
    const layer = 'block/a&b=c#1 ü';
    expect(readHash(writeHash({ ...selection, layer }, '')).layer).toBe(layer);
  });

  it.each(['#filter=', '#filter=-1', '#filter=1e3', '#filter=1.5', '#filter=x', '#preset=nonsense', '#network=', ''])(
    'ignores %s',
    (hash) => {
      expect(readHash(hash)).toEqual({});
    },
  );
});
