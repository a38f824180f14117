import type { AscentSettings, PresetId } from '../../shared/ascent';
import { changedSettings } from '../../shared/changedSettings';
import { presets } from '../../shared/presets';
import { type BenchName, benches } from './bench';
import { pageSize, type Selection } from './selection';

/** What a URL hash asks for; whatever is missing is absent. */
export interface HashSelection {
  readonly bench?: BenchName;
  readonly network?: string;
  readonly layer?: string;
  readonly filter?: number;
  /** Of the grid, from 1. */
  readonly page?: number;
  readonly preset?: PresetId;
  /** All other keys with their texts: values of the settings, or nothing that makes sense. */
  readonly rest?: readonly (readonly [key: string, text: string])[];
}

/** Reads `#bench=…&network=…&layer=…&filter=…&page=…&preset=…&seed=…&steps=…`. */
export function readHash(hash: string): HashSelection {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const read: { -readonly [Key in keyof HashSelection]: HashSelection[Key] } = {};
  const rest: (readonly [string, string])[] = [];
  for (const [key, text] of parameters) {
    const preset = presets.find(({ id }) => id === text);
    const bench = benches.find(({ name }) => name === text);
    if ((key === 'network' || key === 'layer') && text !== '') read[key] = text;
    else if (key === 'filter' && /^\d{1,9}$/.test(text)) read.filter = Number(text);
    else if (key === 'page' && /^[1-9]\d{0,6}$/.test(text)) read.page = Number(text);
    else if (key === 'preset' && preset !== undefined) read.preset = preset.id;
    else if (key === 'bench' && bench !== undefined) read.bench = bench.name;
    else rest.push([key, text]);
  }
  return rest.length === 0 ? read : { ...read, rest };
}

/**
 * The hash that leads back to a selection: what is shown, and every value that is not the preset's. Of the benches of
 * faces it tells the network alone: nothing that comes from a photo stands in an address.
 */
export function writeHash(selection: Selection, bench: BenchName = 'filters'): string {
  const { network, layer, filter, pageStart, settings, cell } = selection;
  const parameters = new URLSearchParams(bench === 'filters' ? { network } : { bench, network });
  if (bench !== 'filters') return `#${parameters}`;
  if (layer !== null) parameters.set('layer', layer);
  if (filter !== null) parameters.set('filter', String(filter));
  // An open filter tells its page.
  else if (pageStart > 0) parameters.set('page', String(1 + Math.floor(pageStart / pageSize)));
  parameters.set('preset', settings.preset);
  for (const [key, text] of settingTexts(changedSettings(settings, cell))) parameters.set(key, text);
  return `#${parameters}`;
}

/** Values of settings as an address tells them: the two of the start have keys of their own. */
function settingTexts({ start, ...plain }: Partial<AscentSettings>): [string, string][] {
  const parts = start === undefined ? {} : { centre: start.centre, spread: start.spread };
  return Object.entries({ ...plain, ...parts }).map(([key, value]) => [key, String(value)]);
}
