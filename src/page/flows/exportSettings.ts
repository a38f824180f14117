/** Saves everything that is needed to repeat what is shown, with its objectives, as JSON. */
export async function exportSettings(): Promise<void> {}
