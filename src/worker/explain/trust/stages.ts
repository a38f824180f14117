/**
 * How many layers from the top each stage of a cascade takes in: from the topmost alone to all of them, evenly spread.
 * @param layers how many there are
 * @param most how many stages there may be
 */
export function stages(layers: number, most: number): number[] {
  const count = Math.min(layers, most);
  if (count <= 1) return count === 1 ? [layers] : [];
  return Array.from({ length: count }, (_, stage) => Math.round(1 + ((layers - 1) * stage) / (count - 1)));
}
