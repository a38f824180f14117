import { FoveaError } from './errors';
import { galleryLimits } from './gallery';

/**
 * Control characters, and those that are invisible or turn the direction of writing: names must be what they look like.
 * The two joiners stay, Persian and Indian names are written with them.
 */
const unseen = /\p{Cc}|(?![\u200c\u200d])\p{Cf}/gu;

/** A person's name as it is kept: composed, without stray blanks. @throws FoveaError when it is empty or too long */
export function cleanName(name: string): string {
  const clean = cleanText(name);
  if (clean === '') throw new FoveaError('The name is empty.', 'Give the person a name.');
  return clean;
}

/** A group's label as it is kept; null for none. @throws FoveaError when it is too long */
export function cleanGroup(group: string | null): string | null {
  return cleanText(group ?? '') || null;
}

/** Whether two names count as the same: compatible forms and case do not matter. */
export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/** What names that count as the same have in common. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/**
 * Composed, so that what looks the same is the same; tabs and line breaks are blanks; the rest of what is not seen
 * goes.
 */
export function plainText(text: string): string {
  const blanks = /\s+/gu;
  return text.normalize('NFC').replace(blanks, ' ').replace(unseen, '').replace(blanks, ' ').trim();
}

function cleanText(text: string): string {
  const clean = plainText(text);
  if (clean.length <= galleryLimits.text) return clean;
  throw new FoveaError(
    `“${clean.slice(0, 20)}…” is longer than ${galleryLimits.text} characters.`,
    'Choose a shorter one.',
  );
}
