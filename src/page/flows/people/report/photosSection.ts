import { regions } from '../../../../shared/face';
import type { MeasuredPhoto } from '../../../../shared/people';
import { capital, count, percent } from '../../../../shared/people/figures';
import { html, type Markup } from './html';
import type { ReportContent } from './reportContent';
import { table } from './tables';

/** Every measured photo with its figures. */
export function photosSection({ photos, measured, thumbnails, pictures }: ReportContent, source: string): Markup {
  const shown = pictures !== 'none';
  const rows = photos.flatMap(({ id }) => {
    const photo = measured.get(id);
    return photo === undefined
      ? []
      : [[...firstCells(photo, shown ? (thumbnails.get(id) ?? null) : undefined), ...shares(photo)]];
  });
  return table({
    names: shown ? 5 : 4,
    caption: `${count(rows.length, 'photo')}, one by one`,
    source: `${source} · regions: share of the map’s heat`,
    heads: ['Photo', ...(shown ? ['Face'] : []), 'Person', 'Group', 'Answer', 'Probability', ...regions.map(capital)],
    rows,
  });
}

function firstCells(photo: MeasuredPhoto, address: string | null | undefined) {
  const { file, person, group, label, probability } = photo;
  const picture: readonly (Markup | string)[] =
    address === undefined
      ? []
      : [address === null ? '' : html`<img class="face" src="${address}" alt="Face of ${file}">`];
  return [file, ...picture, person, group ?? '–', named(photo, label), whole(probability)];
}

const named = ({ right, unknown, enrolled }: MeasuredPhoto, label: string) =>
  `${label}${enrolled ? ' (in the gallery)' : ''}${right === false ? ' (wrong)' : ''}${unknown ? ' (far from everybody)' : ''}`;

const shares = ({ regions: of }: MeasuredPhoto) => regions.map((region) => whole(of[region]));

/** In print a cell may break at its blanks: not between a number and its unit. */
const whole = (share: number): string => percent(share).replace(' ', '\u00a0');
