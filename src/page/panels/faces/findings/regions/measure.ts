/** What a region's bar shows: its share of the heat, or that share over its share of the area. */
export type Measure = 'share' | 'density';
