export interface GridTargetInput {
  readonly key: string;
  readonly index: number;
  readonly count: number;
  readonly columns: number;
}

/** Where an arrow, Home or End key leads in a grid filled row by row; null for other keys and beyond the edges. */
export function gridTarget({ key, index, count, columns }: GridTargetInput): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - columns,
    ArrowDown: index + columns,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined || target < 0 || target >= count ? null : target;
}
