import type { ConvertedNetwork, NetworkSpec, WeightPrecision } from './network';

/** A network of the user's own that this device keeps: what its files do not say themselves. */
export interface KeptNetwork {
  /** Its folder in the origin's private file system, and its key: no two networks share one. */
  readonly folder: string;
  /**
   * The folder that it was first kept in, which stays the same when it is written anew to another one; absent: this
   * one. Ids say less: two tabs may give theirs to two networks at once.
   */
  readonly lineage?: string;
  /** The network without its files: id, name, preprocessing, what its outputs mean. */
  readonly spec: Omit<NetworkSpec, 'source'>;
  readonly files: readonly KeptFile[];
  /** For a person: 'Keras weights, VGG16 of VGGFace'. */
  readonly format: string;
  readonly architecture: ConvertedNetwork['architecture'];
  readonly precision: WeightPrecision;
  /** Of all files together. */
  readonly bytes: number;
  /** Name of the file that it came from. */
  readonly sourceName: string;
  /** As `NetworkInfo.hash`, of the files as they are kept. */
  readonly hash: string;
  /** Of the network, which is not read again before it is chosen; absent in what older versions of the page kept. */
  readonly parameters?: number;
  /** Height, width, channels. */
  readonly input?: readonly [number, number, 3];
  /** When it was added: milliseconds since 1970. */
  readonly date: number;
}

export interface KeptFile {
  readonly name: string;
  readonly bytes: number;
}
