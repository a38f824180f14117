/**
 * The functions of assembly/index.ts as JavaScript sees them. Addresses are bytes from the start of the memory, sizes
 * are in cells and channels; their docstrings stand there.
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
  eightFiltersBytes(channels: number, filters: number, stride: number): number;
  transformEightFilters(
    from: number,
    to: number,
    window: number,
    stride: number,
    channels: number,
    filters: number,
    scratch: number,
  ): void;
  winogradEightScratchBytes(depth: number, filters: number, block: number): number;
  winogradEight(
    x: number,
    u: number,
    bias: number,
    y: number,
    scratch: number,
    batch: number,
    height: number,
    width: number,
    channels: number,
    gridHeight: number,
    gridWidth: number,
    filters: number,
    inStride: number,
    padTop: number,
    padLeft: number,
    outHeight: number,
    outWidth: number,
    outStride: number,
    outTop: number,
    outLeft: number,
    tile: number,
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
  addClamped(a: number, b: number, y: number, count: number, low: number, high: number): void;
  climb(x: number, gradient: number, y: number, count: number, rootMean: boolean, epsilon: number, rate: number): void;
  innerProduct(a: number, b: number, result: number, count: number): void;
  scaleAndAdd(x: number, addend: number, y: number, count: number, factor: number): void;
  selectChannels(x: number, y: number, cells: number, channels: number, first: number, count: number): void;
  gateGradient(gradient: number, addend: number, y: number, result: number, count: number, ceiling: number): void;
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
  scatterScratchBytes(
    height: number,
    width: number,
    channels: number,
    rows: number,
    columns: number,
    filters: number,
    windowHeight: number,
    windowWidth: number,
    stride: number,
    padTop: number,
    padLeft: number,
    block: number,
  ): number;
  scatterProduct(
    dy: number,
    packed: number,
    dx: number,
    scratch: number,
    batch: number,
    rows: number,
    columns: number,
    filters: number,
    height: number,
    width: number,
    channels: number,
    windowHeight: number,
    windowWidth: number,
    stride: number,
    padTop: number,
    padLeft: number,
    block: number,
  ): void;
  denseProduct(x: number, w: number, y: number, batch: number, stride: number, rows: number, columns: number): void;
  denseGradient(dy: number, w: number, dx: number, batch: number, stride: number, rows: number, columns: number): void;
  packedTapsBytes(channels: number): number;
  packTaps(from: number, to: number, channels: number): void;
  depthwise(
    x: number,
    taps: number,
    bias: number,
    y: number,
    batch: number,
    height: number,
    width: number,
    channels: number,
    outHeight: number,
    outWidth: number,
    stride: number,
    padTop: number,
    padLeft: number,
    low: number,
    high: number,
  ): void;
  depthwiseGradientScratchBytes(): number;
  depthwiseGradient(
    dy: number,
    filter: number,
    dx: number,
    scratch: number,
    batch: number,
    rows: number,
    columns: number,
    height: number,
    width: number,
    channels: number,
    stride: number,
    padTop: number,
    padLeft: number,
  ): void;
  blurScratchBytes(width: number, channels: number, radius: number): number;
  blur(
    x: number,
    taps: number,
    y: number,
    scratch: number,
    height: number,
    width: number,
    channels: number,
    radius: number,
  ): void;
  averagePoolGradient(
    dy: number,
    dx: number,
    batch: number,
    height: number,
    width: number,
    channels: number,
    rows: number,
    columns: number,
    windowHeight: number,
    windowWidth: number,
    strideHeight: number,
    strideWidth: number,
    padTop: number,
    padLeft: number,
  ): void;
}
