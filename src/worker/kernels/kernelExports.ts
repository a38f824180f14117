/**
 * The functions of assembly/index.ts as JavaScript sees them. Addresses are bytes from the start of the memory, sizes are
 * in cells and channels; their docstrings stand there.
 */
export interface KernelExports {
  transformedFiltersBytes(channels: number, filters: number): number;
  transformFilters(from: number, to: number, channels: number, filters: number, scratch: number): void;
  winogradScratchBytes(channels: number, filters: number, block: number): number;
  winograd(
    x: number,
    u: number,
    bias: number,
    y: number,
    scratch: number,
    batch: number,
    height: number,
    width: number,
    channels: number,
    outHeight: number,
    outWidth: number,
    filters: number,
    padTop: number,
    padLeft: number,
    low: number,
    high: number,
    block: number,
  ): void;
  packedFiltersBytes(channels: number, filters: number, windowHeight: number, windowWidth: number): number;
  packFilters(
    from: number,
    to: number,
    channels: number,
    filters: number,
    windowHeight: number,
    windowWidth: number,
  ): void;
  patchProductScratchBytes(channels: number, windowHeight: number, windowWidth: number, block: number): number;
  patchProduct(
    x: number,
    packed: number,
    bias: number,
    y: number,
    scratch: number,
    batch: number,
    height: number,
    width: number,
    channels: number,
    outHeight: number,
    outWidth: number,
    filters: number,
    windowHeight: number,
    windowWidth: number,
    strideHeight: number,
    strideWidth: number,
    padTop: number,
    padLeft: number,
    low: number,
    high: number,
    block: number,
  ): void;
  measurePeak(scratch: number, groups: number, times: number): void;
  gateGradient(gradient: number, y: number, result: number, count: number, ceiling: number): void;
  interleavePhase(
    phase: number,
    cellBytes: number,
    batch: number,
    rows: number,
    columns: number,
    channels: number,
    result: number,
    height: number,
    width: number,
    stride: number,
    rowOffset: number,
    columnOffset: number,
  ): void;
  maxPoolGradient(
    x: number,
    dy: number,
    dx: number,
    batch: number,
    height: number,
    width: number,
    channels: number,
    outHeight: number,
    outWidth: number,
    windowHeight: number,
    windowWidth: number,
    strideHeight: number,
    strideWidth: number,
    padTop: number,
    padLeft: number,
  ): void;
}
