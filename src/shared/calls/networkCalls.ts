import type { Picture } from '../ascent';
import type { InputCheck } from '../inputCheck';
import type { ConvertedNetwork, LoadedNetwork, NetworkSpec, WeightPrecision } from '../network';

/** What workers are asked about networks: read, checked, converted, kept, forgotten. */
export interface NetworkCalls {
  /** Reads, checks and builds a network, and keeps it under its id. */
  load: { arguments: { spec: NetworkSpec }; result: LoadedNetwork; event: LoadProgress };
  /** Forgets a network and frees its tensors. */
  unload: { arguments: { network: string }; result: null; event: never };
  /**
   * Turns foreign files (HDF5, .keras, zips, label files) into a network in TensorFlow.js's format. A worker of its own
   * answers it, and is thrown away afterwards: a reader that a hostile file has upset takes nothing with it.
   * `paths` tells where each file lay, in the order of `files`; absent: in no folder. `folder` names where on the
   * device's disk the files go; null: they stay in memory.
   */
  convert: {
    arguments: {
      readonly files: readonly File[];
      readonly paths?: readonly string[];
      readonly precision: WeightPrecision;
      readonly folder: string | null;
    };
    result: ConvertedNetwork;
    event: LoadProgress;
  };
  /**
   * Copies files as they are into a folder of the device's disk; null where the browser refuses or has no room.
   * Answered by a worker of its own too: only a worker can write there in every browser.
   */
  store: {
    arguments: { readonly files: readonly File[]; readonly folder: string };
    result: { readonly files: readonly File[] | null };
    event: LoadProgress;
  };
  /**
   * The names of classes in a file, however many; null where it is about something else, or is a text that is not taken
   * for such a list: `notices` say why then. Answered by a worker of its own, as `convert` is.
   */
  readLabels: {
    arguments: { readonly file: File };
    result: { readonly labels: readonly string[] | null; readonly notices: readonly string[] };
    event: never;
  };
  /**
   * What the network gets of the first input, and whether all of them (at least one) look like what the network was
   * trained on.
   */
  checkInput: {
    arguments: { readonly network: string; readonly inputs: readonly Picture[] };
    result: InputCheck;
    event: never;
  };
}

export interface LoadProgress {
  readonly loadedBytes: number;
  /** 0 while unknown. */
  readonly totalBytes: number;
  /** Foreign files are unpacked, read and written anew; what comes of that is loaded and built. */
  readonly stage: 'unpacking' | 'reading' | 'loading' | 'building';
}
