const { compare } = new Intl.Collator('en', { numeric: true });

/** The order of groups in every table and figure: by name, numbers as numbers, those in no group last. */
export const groupOrder = (a: string | null, b: string | null): number =>
  Number(a === null) - Number(b === null) || compare(a ?? '', b ?? '');
