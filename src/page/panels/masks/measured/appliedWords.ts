import type { AppliedRow } from '../../../state/maskResults';

/**
 * For how many faces the name changes, and for how many persons: a face of the photo is the person that it is named
 * without the mask, who mostly is in the gallery by the very same photo, and so in two rows.
 */
export function appliedWords(rows: readonly Pick<AppliedRow, 'who' | 'kind' | 'before' | 'changed'>[]): string {
  const persons = new Map<string, boolean>();
  let strangers = 0;
  for (const { who, kind, before, changed } of rows) {
    const name = kind === 'gallery' ? who : before.name;
    if (name === null) strangers += 1;
    else persons.set(name, changed || persons.get(name) === true);
  }
  const faces = rows.filter(({ changed }) => changed).length;
  const lost = [...persons.values()].filter((changed) => changed).length;
  const unnamed = strangers === 0 ? '' : ` ${strangers} of the faces had no name before.`;
  return (
    `The name changes for ${faces} of ${rows.length} faces: that is ${lost} of ${persons.size} persons, by the names ` +
    `without the mask.${unnamed}`
  );
}
