import type { Region } from '../face';
import type { GroupSummary, Interval, PhotoConditions, Quantity } from '../people';

export type Condition = keyof PhotoConditions;

interface ConditionWords {
  readonly title: string;
  /** Behind a value; empty where it has none. */
  readonly unit: string;
  readonly digits: number;
  /** How it is measured. */
  readonly meaning: string;
}

export const conditionWords: Readonly<Record<Condition, ConditionWords>> = {
  faceSize: {
    title: 'face size',
    unit: 'px',
    digits: 0,
    meaning: 'distance between the eyes’ centres in the photo',
  },
  yaw: { title: 'turn of the head', unit: '°', digits: 1, meaning: 'from frontal, whichever way, from the landmarks' },
  roll: { title: 'tilt of the head', unit: '°', digits: 1, meaning: 'from upright, whichever way, from the landmarks' },
  brightness: { title: 'brightness', unit: '', digits: 0, meaning: 'mean luma of the face’s pixels, 0 to 255' },
  sharpness: {
    title: 'sharpness',
    unit: '',
    digits: 0,
    meaning: 'variance of the Laplacian of the luma, at the network’s resolution',
  },
};

/** 'heat on the eyes', 'recognised', 'probability', 'face size'. */
export function quantityTitle(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'region':
      return regionTitle(quantity.region);
    case 'recognised':
      return 'recognised';
    case 'probability':
      return 'probability';
    case 'condition':
      return conditionWords[quantity.condition].title;
  }
}

export const regionTitle = (region: Region): string =>
  region === 'elsewhere' ? 'heat elsewhere' : `heat on the ${region}`;

/** Whether values are shares: shown in per cent, their differences in percentage points. */
export const isShare = ({ kind }: Quantity): boolean => kind !== 'condition';

/** A group's own figure; null where it has none. */
export function figureOf(summary: GroupSummary, quantity: Quantity): Interval | null {
  switch (quantity.kind) {
    case 'region':
      return summary.regions[quantity.region];
    case 'recognised':
      return summary.recognised;
    case 'probability':
      return summary.probability;
    case 'condition':
      return summary.conditions[quantity.condition];
  }
}
