import { type NumberRange, rangeWords, settleNumber } from './settleNumber';

/** A number as it was typed, or why it is not taken: a sentence without its full stop. */
export type NumberRead = { readonly value: number } | { readonly problem: string };

const written = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** One comma that ends a group of thousands or begins three decimals: nothing tells which. */
const twoWays = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/**
 * What a person types as a number: point or comma before the decimals, any minus. A comma that may part thousands is
 * not guessed at, and what lies outside the range is not moved into it: neither was meant.
 */
export function readNumber(text: string, range: NumberRange): NumberRead {
  const typed = text.trim();
  const plain = typed.replace(/^[−–]/, '-');
  const takes = rangeWords(range);
  const tail = takes === '' ? '' : `. Takes ${takes}`;
  if (plain === '') return { problem: `Takes ${takes || 'a number'}` };
  if (twoWays.test(plain)) {
    const [thousands, decimals] = [typed.replace(',', ''), typed.replace(',', '.')];
    return { problem: `“${typed}” may be ${thousands} or ${decimals}: write it without the comma` };
  }
  const pointed = plain.replace(',', '.');
  const value = Number(pointed);
  if (!written.test(pointed) || !Number.isFinite(value)) return { problem: `“${typed}” is no number${tail}` };
  return settleNumber(value, range) === value ? { value } : { problem: `“${typed}” is not taken${tail}` };
}
