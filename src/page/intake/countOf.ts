/** A number with its noun: “1 class”, “2,622 classes”. */
export const countOf = (count: number, one: string, more: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`;
