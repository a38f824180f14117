/** What the bench of the convolution kernels asks for and answers. */
export interface KernelShape {
  readonly kind: 'convolution' | 'depthwise';
  /** The convolution itself, or its input gradient for an output of this convolution's shape. */
  readonly pass: 'forward' | 'gradient';
  /** Height and width of the picture, in cells. */
  readonly size: number;
  readonly channels: number;
  /** As many as channels if depthwise. */
  readonly filters: number;
  /** Height and width of the window. */
  readonly taps: number;
  readonly stride: number;
  readonly pad: number;
}

export interface KernelRow {
  readonly shape: KernelShape;
  /** Ours, TensorFlow.js's. */
  readonly milliseconds: readonly [number, number];
  /** Multiplications and additions of the convolution by its definition. */
  readonly operations: number;
}

export interface KernelReport {
  readonly kernels: readonly string[];
  readonly rows: readonly KernelRow[];
  /** 1e9 operations a second of the multiply-add kernel at its best. */
  readonly peak: number;
}
