import type { Interval, Quantity } from '../people';
import { conditionWords, isShare } from './quantityWords';

/** A number with a true minus, and without one where nothing is left of it. */
export function decimal(value: number, digits: number): string {
  if (!Number.isFinite(value)) return '–';
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** With a plus, unless nothing is left of the number. */
const withSign = (value: number, text: string) => (value > 0 && /[1-9]/.test(text) ? `+${text}` : text);

/** 0.123 → '12.3 %'. */
export const percent = (share: number): string => (Number.isFinite(share) ? `${decimal(share * 100, 1)} %` : '–');

/** Percentage points where a caption has the unit: 0.031 → '+3.1'. */
export const barePoints = (change: number): string => withSign(change, decimal(change * 100, 1));

/** The same with it: '+3.1 points'. */
export const points = (change: number): string => (Number.isFinite(change) ? `${barePoints(change)} points` : '–');

/** A value with its unit: '12.3 %', '84 px', '3.2°'. */
export function figure(value: number, quantity: Quantity): string {
  if (quantity.kind !== 'condition') return percent(value);
  const { unit, digits } = conditionWords[quantity.condition];
  if (!Number.isFinite(value)) return '–';
  return `${decimal(value, digits)}${unit === '' || unit === '°' ? unit : ` ${unit}`}`;
}

/** A difference with its sign and unit: '+3.1 points', '−12 px'. */
export function difference(value: number, quantity: Quantity): string {
  if (isShare(quantity)) return points(value);
  return withSign(value, figure(value, quantity));
}

/** '9.8 to 14.9', with a star where an end is held; a dash where there is no interval: see `noIntervalNote`. */
export function span({ low, high, bounded }: Pick<Interval, 'low' | 'high' | 'bounded'>, quantity: Quantity): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return '–';
  const [factor, digits] = quantity.kind === 'condition' ? [1, conditionWords[quantity.condition].digits] : [100, 1];
  return `${ends(low * factor, high * factor, digits)}${bounded === true ? '*' : ''}`;
}

/** Digits that are added where both ends would be told by one number. */
const moreDigits = 3;

/** Ends that differ are told by different numbers: an interval looks no surer than it is. */
function ends(low: number, high: number, digits: number): string {
  for (let more = 0; more <= moreDigits; more++) {
    const [from, to] = [decimal(low, digits + more), decimal(high, digits + more)];
    if (from !== to || low === high) return `${from} to ${to}`;
  }
  const [rounded, step] = [decimal(high, digits), 10 ** -digits];
  // Nothing lies above 100 %: an interval that ends there is told from below.
  if (high <= Math.round(high / step) * step) return `> ${decimal(low - step, digits)} to ${rounded}`;
  return `${rounded} to < ${decimal(high + step, digits)}`;
}

/** What the star of an interval says. */
export const boundedNote =
  '* So wide because one or a few persons differ far from all others: how far the mean can be off, these persons cannot tell. ' +
  'The interval is held at three times Student’s.';

/** What the dash in the place of an interval says. */
export const noIntervalNote =
  'No interval (–) where there is one person, or all persons have the same value: nothing tells how far the next may be.';

/** The same of an interval of a difference between groups. */
export const noDifferenceIntervalNote =
  'No interval (–) where in one of the two groups there is one person, or all persons have the same value: nothing tells how ' +
  'far the next may be.';

/** What the intervals within need said below them. */
export const intervalNotes = (figures: unknown): readonly string[] => [
  ...(anyInterval(figures, ({ bounded }) => bounded === true) ? [boundedNote] : []),
  ...(anyInterval(figures, (one) => Number.isNaN(one.low) && !isDifference(one)) ? [noIntervalNote] : []),
  ...(anyInterval(figures, (one) => Number.isNaN(one.low) && isDifference(one)) ? [noDifferenceIntervalNote] : []),
];

type Found = Pick<Interval, 'low' | 'bounded'>;

const isDifference = (one: Found) => 'difference' in one;

/** Whether any interval among the figures is so, however deep it lies. */
function anyInterval(figures: unknown, isSo: (interval: Found) => boolean): boolean {
  if (typeof figures !== 'object' || figures === null) return false;
  if ('low' in figures && isSo(figures as Found)) return true;
  return Object.values(figures).some((within) => anyInterval(within, isSo));
}

/** A probability of a test: '0.034', '< 0.001'. */
export function testShare(p: number): string {
  if (!Number.isFinite(p)) return '–';
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** '1 person', '12 persons'. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** 'face size' → 'Face size'. */
export const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
