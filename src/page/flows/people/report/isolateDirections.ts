/** Marks that turn the direction of whatever follows, up to the end of its paragraph. */
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Of scripts that are written from right to left. */
const letter = '[\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}]';
/** Words of such letters, with what stands between two of them and is no letter. */
const runs = new RegExp(`${letter}+(?:[^\\p{L}]+${letter}+)*`, 'gu');

/**
 * A text in which no name changes the place of the figures beside it: marks of direction are taken out, and what is
 * written from right to left stands between U+2068 and U+2069 (first strong isolate, and its end). Source: Unicode
 * Standard Annex 9, “Unicode Bidirectional Algorithm”.
 */
export const isolateDirections = (text: string): string =>
  text.replaceAll(turns, '').replaceAll(runs, (run) => `\u2068${run}\u2069`);
