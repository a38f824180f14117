/** Starts one filter again from another random start. */
export function anotherSeed(_filter: number): void {}
