const { compare } = new Intl.Collator('en', { numeric: true });

/**
 * The order of names: by the alphabet, numbers by their value; what only differs in marks that nobody sees, by code
 * units. A comparison for `sort`.
 */
const compareNames = (a: string, b: string): number => compare(a, b) || (a < b ? -1 : Number(a > b));

/** The one order of groups in all tables and pictures: by name; who is in none comes last. */
export function compareGroupNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareNames(a, b);
}

interface Labelled {
  readonly group: string | null;
  readonly person: string | null;
  readonly file: string;
}

/**
 * The order in which photos are counted: by group, person and file, so that what a seed draws depends neither on which
 * photo was measured first nor on the order in which they were added.
 */
export const comparePhotos = (a: Labelled, b: Labelled): number =>
  compareGroupNames(a.group, b.group) || compareNames(a.person ?? '', b.person ?? '') || compareNames(a.file, b.file);
