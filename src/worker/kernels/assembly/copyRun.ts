/** Copies `count` floats, and touches nothing behind them. */
// @ts-ignore: AssemblyScript's decorator
@inline
export function copyRun(from: usize, to: usize, count: i32): void {
  let left = count;
  for (; left >= 4; left -= 4) {
    v128.store(to, v128.load(from));
    from += 16;
    to += 16;
  }
  if (left >= 2) {
    store<u64>(to, load<u64>(from));
    from += 8;
    to += 8;
  }
  if ((left & 1) != 0) store<u32>(to, load<u32>(from));
}
