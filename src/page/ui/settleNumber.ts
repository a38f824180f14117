export interface NumberRange {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Whole numbers only. */
  readonly whole?: boolean | undefined;
}

/** The nearest number that a field takes. */
export function settleNumber(value: number, { min = -Infinity, max = Infinity, whole = false }: NumberRange): number {
  return Math.min(max, Math.max(min, whole ? Math.round(value) : value));
}

/** What a field takes, in words: “32 to 512, whole numbers”; empty where it takes everything. */
export function rangeWords({ min, max, whole = false }: NumberRange): string {
  const number = (value: number) => String(value).replace('-', '−');
  const range = min === undefined || max === undefined ? '' : `${number(min)} to ${number(max)}`;
  return [range, whole ? 'whole numbers' : ''].filter(Boolean).join(', ');
}
