/** How much room this origin has on the device, as its browser estimates it. */
export interface StorageFacts {
  /** Bytes in use by all that this page keeps; null where the browser does not say. */
  readonly usage: number | null;
  /** Bytes that the browser would lend at most; null where it does not say. */
  readonly quota: number | null;
  /** True: the browser deletes nothing by itself when the device runs short of room. */
  readonly persisted: boolean;
}

/** Never rejects: a browser that does not say answers with nulls. */
export async function storageFacts(): Promise<StorageFacts> {
  const storage: StorageManager | undefined = globalThis.navigator?.storage;
  try {
    const [estimate, persisted] = await Promise.all([storage?.estimate?.(), storage?.persisted?.()]);
    return { usage: estimate?.usage ?? null, quota: estimate?.quota ?? null, persisted: persisted ?? false };
  } catch {
    return { usage: null, quota: null, persisted: false };
  }
}

/** Asks the browser not to delete what is kept; some ask the user. Resolves to its answer and never rejects. */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await globalThis.navigator?.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
