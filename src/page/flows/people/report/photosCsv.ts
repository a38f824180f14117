import { csv } from '../../../../shared/csv';
import { regions } from '../../../../shared/face';
import type { MeasuredPhoto } from '../../../../shared/people';
import { conditionNames } from '../../../../shared/people/quantities';
import type { ReportContent } from './reportContent';

/** Every photo of a study, one a line, failures with their reason; shares as 0 to 1. */
export function photosCsv({ photos, measured, failures }: ReportContent): string {
  const reasons = new Map(failures.map((failure) => [failure.id, failure.message]));
  return csv([
    ['file', 'person', 'group', 'named', 'probability', 'right', 'unknown', ...regions, ...conditionNames, 'problem'],
    ...photos.map(({ id, file, person, group }) => {
      const photo = measured.get(id);
      const figures = photo === undefined ? blank : figuresOf(photo);
      return [file, photo?.person ?? person ?? '', group ?? '', ...figures, reasons.get(id) ?? ''];
    }),
  ]);
}

const blank: readonly string[] = Array.from({ length: 4 + regions.length + conditionNames.length }, () => '');

const figuresOf = ({ label, probability, right, unknown, regions: shares, conditions: of }: MeasuredPhoto) => [
  ...[label, probability, right === null ? '' : word(right), word(unknown)],
  ...regions.map((region) => shares[region]),
  ...conditionNames.map((condition) => of[condition]),
];

const word = (truth: boolean) => (truth ? 'yes' : 'no');
