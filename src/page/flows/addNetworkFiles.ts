/** Adds the network in these files and shows it. Rejects with a FoveaError naming the cause. */
export async function addNetworkFiles(_files: File[]): Promise<void> {}
