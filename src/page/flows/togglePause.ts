/** Pauses the running page, or lets it go on at the same step. */
export function togglePause(): void {}
