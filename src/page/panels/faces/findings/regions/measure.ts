/** What the bars show: a region's share of the heat, or that share over its share of the picture. */
export type Measure = 'share' | 'density';

export const measures = [
  { value: 'share', label: 'Share' },
  { value: 'density', label: 'Share per area' },
] as const;
