import type { Gallery } from '../../../../shared/gallery';

/** The groups in use, each once, in alphabetical order. */
export const groupsOf = (people: Gallery): readonly string[] =>
  [...new Set(people.flatMap(({ group }) => group ?? []))].sort((a, b) => a.localeCompare(b, 'en'));
