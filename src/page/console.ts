import type { DeviceInfo } from '../shared/device';
import type { LayerInfo, Preprocessing } from '../shared/network';
import { engine } from './engine/instance';
import { type AscendOptions, ascendForConsole, type ConsoleFrame } from './flows/ascendForConsole';
import { type ConsoleComparison, compareForConsole } from './flows/console/compareForConsole';
import { type ConsoleExplanation, explainForConsole } from './flows/console/explainForConsole';
import { type ConsoleFace, facesForConsole } from './flows/console/facesForConsole';
import { galleryForConsole } from './flows/console/galleryForConsole';
import { loadNetwork } from './flows/loadNetwork';
import { registerNetwork } from './flows/registerNetwork';
import { start } from './flows/start';
import { readAddNetworkOptions } from './intake/addNetworkOptions';
import type { CompareOptions } from './intake/compareOptions';
import type { ExplainOptions } from './intake/explainOptions';
import { networksStore } from './state/networks';

export interface ConsoleNetwork {
  readonly id: string;
  readonly name: string;
  readonly input: readonly [number, number, 3];
  readonly parameters: number;
  readonly layers: number;
}

/** `window.fovea`: what the interface does, a script can do. */
export interface Console {
  /** Resolves when a device is open and the first network is loaded. */
  readonly ready: Promise<void>;
  device(): Promise<DeviceInfo>;
  /** All networks that the page knows; those that are not loaded yet are loaded for it. */
  networks(): Promise<readonly ConsoleNetwork[]>;
  /** Takes a network in from its files. Rejects with an error that names what is wrong with them. */
  addNetwork(
    files: readonly File[],
    options?: { readonly name?: string; readonly preprocessing?: Preprocessing },
  ): Promise<ConsoleNetwork>;
  layers(network: string): Promise<readonly LayerInfo[]>;
  ascend(options: AscendOptions): AsyncIterable<ConsoleFrame>;
  /** Who it is, and where the network looks: see `ExplainOptions`. */
  explain(options: ExplainOptions): Promise<ConsoleExplanation>;
  /** All faces of a picture, the largest first, in its pixels. */
  faces(picture: Blob | ImageData): Promise<readonly ConsoleFace[]>;
  readonly gallery: typeof galleryForConsole;
  /** Where the network looks at many people, and whether groups of them differ: see `CompareOptions`. */
  compare(options: CompareOptions): Promise<ConsoleComparison>;
}

declare global {
  interface Window {
    fovea: Console;
  }
}

const never = () => new AbortController().signal;

async function describe(id: string): Promise<ConsoleNetwork> {
  const { info } = await loadNetwork(never(), id);
  const { name, input, parameters, layers } = info;
  return { id, name, input, parameters, layers };
}

/** Starts the page's engine and publishes `window.fovea`. */
export function publishConsole(): void {
  const ready = start();
  window.fovea = {
    ready,
    device: () => engine().device(),
    networks: async () => {
      const ids = [...networksStore.getState().entries.keys()];
      const described: ConsoleNetwork[] = [];
      for (const id of ids) described.push(await describe(id));
      return described;
    },
    addNetwork: async (files, options) => {
      const given = readAddNetworkOptions(files, options);
      const { info } = await registerNetwork(never(), given.files, given.options);
      return describe(info.id);
    },
    layers: async (network) => (await loadNetwork(never(), network)).layers,
    ascend: (options) => ascendForConsole(options),
    explain: async (options) => {
      await ready;
      return explainForConsole(options);
    },
    faces: async (picture) => {
      await ready;
      return facesForConsole(picture);
    },
    gallery: galleryForConsole,
    compare: async (options) => {
      await ready;
      return compareForConsole(options);
    },
  };
}
