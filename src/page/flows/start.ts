/**
 * Boots the page: opens the engine, reads the URL hash and shows its layer, or the default network's conv64_3. Resolves
 * when the device is open and the network is loaded.
 */
export async function start(): Promise<void> {}
