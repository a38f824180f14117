/** Opens a filter of the shown layer in the inspector and moves it to the front of the queue; null closes it. */
export function openFilter(_filter: number | null): void {}
