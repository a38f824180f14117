import { multiplyPanel } from './multiplyPanel';
import { panelColumns, panelGroupBytes, panelRows } from './panels';

/**
 * The products of one block of tiles at all positions of the transform: [tiles × channels] · [channels × filters] each.
 * Each panel of filters stays in the first-level cache while all tiles pass.
 * @param inputs [positions, `inputStep` bytes apart][tiles / 6][groups][6][4]
 * @param u [positions][filters / 8][channels, rounded up to 4][8]
 * @param products [positions, `productStep` bytes apart][filters / 8][block][8]
 */
export function multiplyPositions(
  positions: i32,
  inputs: usize,
  inputStep: i32,
  u: usize,
  products: usize,
  productStep: i32,
  tiles: i32,
  groups: i32,
  filters: i32,
  block: i32,
): void {
  const panels = (filters + panelColumns - 1) / panelColumns;
  const panelBytes = groups * 128;
  for (let position = 0; position < positions; position++) {
    const a = inputs + position * inputStep;
    const b = u + position * panels * panelBytes;
    const c = products + position * productStep;
    for (let panel = 0; panel < panels; panel++) {
      for (let tile = 0; tile < tiles; tile += panelRows) {
        multiplyPanel(
          a + (tile / panelRows) * groups * panelGroupBytes,
          b + panel * panelBytes,
          c + (panel * block + tile) * 32,
          groups,
          tiles - tile,
          filters - panel * panelColumns,
        );
      }
    }
  }
}
