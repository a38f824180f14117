import type { AnchorBox } from './decodeBoxes';

/** Cells a side of the detector's six maps for a 512 × 512 input, from fine to coarse. */
const sides = [32, 16, 8, 4, 2, 1] as const;
/** Height and width of the anchors of one map, as shares of the input: 0.2 to 0.95 in equal steps, then 1. */
const scaleOf = (map: number) => (map < sides.length ? 0.2 + 0.15 * map : 1);

/**
 * The 5118 anchor boxes of SSD (Liu et al., 2016, section 2.2) with the settings of TensorFlow's
 * `ssd_anchor_generator`: aspect ratios 1, 2, ½, 3 and 0.3333 and one more square of the mean scale between two maps;
 * the finest map has three anchors only, its square half as large. In shares of the input's side.
 */
export function anchorBoxes(): readonly AnchorBox[] {
  return sides.flatMap((side, map) => {
    const shapes = shapesOf(map);
    return Array.from({ length: side * side }, (_, cell) => {
      const x = ((cell % side) + 0.5) / side;
      const y = (Math.floor(cell / side) + 0.5) / side;
      return shapes.map(([height, width]) => ({ x, y, height, width }));
    }).flat();
  });
}

/** [height, width] of each anchor of a map, in the order of its channels. */
function shapesOf(map: number): [number, number][] {
  const scale = scaleOf(map);
  const stretched = (ratio: number): [number, number] => [scale / Math.sqrt(ratio), scale * Math.sqrt(ratio)];
  if (map === 0) return [[0.1, 0.1], stretched(2), stretched(0.5)];
  const between = Math.sqrt(scale * scaleOf(map + 1));
  return [[scale, scale], [between, between], stretched(2), stretched(0.5), stretched(3), stretched(0.3333)];
}
