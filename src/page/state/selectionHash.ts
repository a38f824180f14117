import type { PresetId } from '../../shared/ascent';
import { presets } from '../../shared/presets';
import type { Selection } from './selection';

/** What a URL hash asks for; whatever is missing or makes no sense is absent. */
export interface HashSelection {
  readonly network?: string;
  readonly layer?: string;
  readonly filter?: number;
  readonly preset?: PresetId;
}

/** Reads `#network=…&layer=…&filter=…&preset=…`. */
export function readHash(hash: string): HashSelection {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const network = parameters.get('network');
  const layer = parameters.get('layer');
  const filter = parameters.get('filter') ?? '';
  const preset = presets.find(({ id }) => id === parameters.get('preset'));
  return {
    ...(network === null || network === '' ? {} : { network }),
    ...(layer === null || layer === '' ? {} : { layer }),
    ...(/^\d{1,9}$/.test(filter) ? { filter: Number(filter) } : {}),
    ...(preset === undefined ? {} : { preset: preset.id }),
  };
}

/** The hash that leads back to a selection; keys that are not the selection's stay as they were. */
export function writeHash(selection: Selection, before: string): string {
  const parameters = new URLSearchParams(before.replace(/^#/, ''));
  for (const key of ['network', 'layer', 'filter', 'preset']) parameters.delete(key);
  parameters.set('network', selection.network);
  if (selection.layer !== null) parameters.set('layer', selection.layer);
  if (selection.filter !== null) parameters.set('filter', String(selection.filter));
  parameters.set('preset', selection.settings.preset);
  return `#${parameters}`;
}
