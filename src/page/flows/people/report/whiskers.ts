import type { GroupDifference, Interval } from '../../../../shared/people';
import { decimal } from '../../../../shared/people/figures';
import { isShare } from '../../../../shared/people/quantityWords';
import { onAxis, type WhiskerAxis, whiskerAxis, whiskerMarks } from '../../../paint/people/whiskers';
import { html, type Markup } from './html';

/** CSS pixels of a chart's column. */
const width = 160;

/** A column of dots with whiskers on one axis: its head with the axis's numbers and unit, and a cell a row. */
export interface WhiskerColumn {
  readonly head: Markup;
  readonly cell: (value: Interval) => Markup;
}

type Unit = 'per cent' | 'percentage points';

/** @param values all that stand in the column; where there are none of them, the axis has any length */
export function whiskerColumn(values: readonly (Interval | null)[], unit: Unit): WhiskerColumn {
  const axis = whiskerAxis(values.filter((value) => value !== null));
  return { head: headOf(axis, unit), cell: (value) => cellOf(value, axis) };
}

/** One axis for tables of tests, so that they can be compared: of what is told in percentage points. */
export const differenceColumn = (differences: readonly GroupDifference[]): WhiskerColumn =>
  whiskerColumn(differences.filter(({ quantity }) => isShare(quantity)).map(differenceAsInterval), 'percentage points');

export const differenceAsInterval = ({ difference: mean, low, high }: GroupDifference): Interval => ({
  mean,
  low,
  high,
});

/** For the eye only: each row tells its figures. */
const headOf = (axis: WhiskerAxis, unit: Unit): Markup =>
  html`Chart, ${unit}<svg class="axis" width="${width}" height="18" aria-hidden="true">${axis.ticks.map(
    (tick) =>
      html`<line x1="${at(tick, axis)}%" x2="${at(tick, axis)}%" y1="14" y2="18"/><text x="${at(tick, axis)}%" y="10">${tickText(tick)}</text>`,
  )}</svg>`;

/** In hundredths: 0.05 → '5', with a true minus. */
const tickText = (tick: number): string => {
  const value = Math.round(tick * 1e5) / 1e3;
  return decimal(value, (String(Math.abs(value)).split('.')[1] ?? '').length);
};

function cellOf(value: Interval, axis: WhiskerAxis): Markup {
  const { mean, from, to, zero } = whiskerMarks(value, axis);
  return html`<svg class="whisker" width="${width}" height="14" aria-hidden="true">${axis.ticks.map(
    (tick) => html`<line class="tick" x1="${at(tick, axis)}%" x2="${at(tick, axis)}%" y1="0" y2="14"/>`,
  )}<line class="zero" x1="${zero}%" x2="${zero}%" y1="0" y2="14"/>${
    from !== null && to !== null && html`<line class="span" x1="${from}%" x2="${to}%" y1="7" y2="7"/>`
  }${mean !== null && html`<circle cx="${mean}%" cy="7" r="3.5"/>`}</svg>`;
}

/** Place of a tick, per cent of the column's width. */
const at = (tick: number, axis: WhiskerAxis): number => Math.round(onAxis(tick, axis) * 1e4) / 100;
