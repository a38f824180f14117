const boundary = /[/_.-]/;

/**
 * Layer names without what all of them begin and end with, cut at a separator: 'conv_pw_1_relu', 'conv_pw_13_relu' →
 * '1', '13'.
 */
export function shortLayerNames(names: readonly string[]): readonly string[] {
  if (names.length < 2) return names;
  const start = sharedStart(names);
  const end = sharedStart(names.map((name) => [...name.slice(start)].reverse().join('')));
  const short = names.map((name) => name.slice(start, name.length - end) || name);
  // A name that is nothing but what all share stays whole, and may be what is left of another: 'a_', 'a_a_'.
  return new Set(short).size === new Set(names).size ? short : names;
}

/** Length of the common beginning, back to the last separator in it. */
function sharedStart(names: readonly string[]): number {
  const [first = ''] = names;
  let length = 0;
  while (length < first.length && names.every((name) => name[length] === first[length])) length += 1;
  while (length > 0 && !boundary.test(first[length - 1] ?? '')) length -= 1;
  return length;
}
