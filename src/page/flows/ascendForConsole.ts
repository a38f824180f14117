import type { AscentSettings, PresetId } from '../../shared/ascent';
import { cellOf } from '../../shared/cellOf';
import { FoveaError } from '../../shared/errors';
import { presetSettings } from '../../shared/presets';
import { engine } from '../engine/instance';
import { readAscendOptions } from '../intake/ascendOptions';
import { loadNetwork } from './loadNetwork';

/** What `fovea.ascend` takes; any of the settings' fields may be given beside these, in place of the preset's. */
export interface AscendOptions extends Partial<Omit<AscentSettings, 'preset' | 'start'>> {
  readonly network: string;
  readonly layer: string;
  readonly filters: readonly number[];
  /** Default 'fovea'. */
  readonly preset?: PresetId;
  /**
   * Raw network-input values [size, size, 3], HWC, in place of noise; its length gives the size where none is given.
   */
  readonly start?: Float32Array | readonly number[];
  readonly signal?: AbortSignal;
}

export interface ConsoleFrame {
  readonly filter: number;
  /** Steps done, from 1. */
  readonly step: number;
  /** Objective of the image before the step. */
  readonly objective: number;
  readonly done: boolean;
  /** The image after the step, as shown. */
  readonly image: ImageData;
  /** The image after the last step: raw network-input values, HWC. */
  readonly values?: Float32Array;
}

/** A script's work goes before the page's own: someone waits for it. */
const priority = 2;

/**
 * Activation maximisation for scripts.
 * @throws FoveaError when the options make no sense or the network has no such layer or filter; the signal's reason
 */
export async function* ascendForConsole(given: AscendOptions): AsyncGenerator<ConsoleFrame, void, undefined> {
  const { network, layer, filters, signal, start, ...read } = readAscendOptions(given, presetSettings);
  const loaded = await loadNetwork(signal, network);
  const info = loaded.layers.find(({ name }) => name === layer);
  if (info === undefined)
    throw new FoveaError(`${loaded.info.name} has no layer “${layer}”.`, 'fovea.layers(network) lists them.');
  const wrong = filters.find((filter) => filter >= info.filters);
  if (wrong !== undefined)
    throw new FoveaError(`Layer ${layer} has no filter ${wrong}: it has ${info.filters}.`, 'Count filters from 0.');
  const settings = read.settings(cellOf(loaded.info, info));
  const job = { network, layer, filters, settings, priority, wantValues: true, ...(start === null ? {} : { start }) };
  const objectives = new Map<number, number>();
  for await (const frame of engine().ascend(signal, job)) {
    const { filter, step, done, picture, values } = frame;
    const objective = frame.objectives.at(-1) ?? objectives.get(filter) ?? Number.NaN;
    objectives.set(filter, objective);
    // A frame without new objectives only marks a slice's end.
    if (frame.objectives.length === 0 && !done) continue;
    const image = new ImageData(picture.rgba, picture.width, picture.height);
    yield { filter, step, objective, done, image, ...(values === null ? {} : { values }) };
  }
}
