import { multiplyPanel } from './multiplyPanel';
import { panelColumns, panelRows } from './panels';

/**
 * The product of one panel by one panel, `times` times over, for measuring what the multiply-add kernel does at its
 * best: 2 · 6 · 8 · 4 · groups · times floating-point operations, all from the first-level cache.
 * @param scratch 256 · groups + 192 bytes
 */
export function measurePeak(scratch: usize, groups: i32, times: i32): void {
  const b = scratch + groups * 96;
  for (let i = 0; i < times; i++) multiplyPanel(scratch, b, b + groups * 128, groups, panelRows, panelColumns);
}
