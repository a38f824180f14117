/** Connected pieces of the hidden pixels of an input `width` wide; pixels that share a side belong together. */
export function countPieces(hidden: Uint8Array, width: number): number {
  const left = hidden.slice();
  let pieces = 0;
  for (let start = 0; start < left.length; start++) {
    if (left[start] === 0) continue;
    pieces += 1;
    const waiting = [start];
    for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
      if (!left[i]) continue;
      left[i] = 0;
      waiting.push(i - width, i + width);
      if (i % width > 0) waiting.push(i - 1);
      if (i % width < width - 1) waiting.push(i + 1);
    }
  }
  return pieces;
}
