/** What each symbol of a method's formula stands for, in the order in which they are told. */
const meanings: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/A/, 'A: activations at the layer'],
  [/G/, 'G: the target’s gradient there'],
  [/f/, 'f: the target'],
  [/x/, 'x: the input'],
  [/[ᵏₖ]/, 'k: filters'],
  [/ᵢⱼ/, 'ij: cells'],
  [/⊙/, '⊙: product, value by value'],
];

/** The symbols that a formula uses, explained; words in it are no symbols, but 'up' is. */
export function symbolsOf(formula: string): string {
  const enlarged = /\bup\(/.test(formula) ? ['up: enlarged to the input'] : [];
  const symbols = formula.replaceAll(/[A-Za-z-]{2,}/g, '');
  const used = meanings.filter(([pattern]) => pattern.test(symbols)).map(([, words]) => words);
  const all = [...used, ...enlarged].join(', ');
  return all === '' ? '' : `${all}.`;
}
