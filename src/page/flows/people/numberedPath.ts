/** The path itself for 1, else with a number before its ending: 'a/x (2).jpg'. */
export const numberedPath = (path: string, number: number): string =>
  number === 1 ? path : path.replace(/(\.[^./]*)?$/, ` (${number})$1`);
