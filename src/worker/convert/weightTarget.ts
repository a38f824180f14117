/** Where a converted network's bytes go: one weights file, written from its start to its end, and a model.json. */
export interface WeightTarget {
  /** Appends to the weights; the target owns the bytes from here on. @throws when there is no room */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Writes model.json and closes the weights. @throws when there is no room */
  finish(modelJson: string): Promise<readonly File[]>;
  /** Throws away what was written; also what was finished. */
  discard(): Promise<void>;
}
