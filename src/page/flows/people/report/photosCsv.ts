import { type Cell, csv } from '../../../../shared/csv';
import { regions } from '../../../../shared/face';
import type { MeasuredPhoto } from '../../../../shared/people';
import { conditionNames } from '../../../../shared/people/quantities';
import type { ReportContent } from './reportContent';

/** Every photo of a study, one a line, failures with their reason; shares as 0 to 1. */
export function photosCsv({ photos, measured, maskedPhotos, failures }: ReportContent): string {
  const reasons = new Map(failures.map((failure) => [failure.id, failure.message]));
  return csv([
    [
      ...['file', 'person', 'group', 'named', 'probability', 'right', 'unknown', ...regions, ...conditionNames],
      ...maskHeads,
      'problem',
    ],
    ...photos.map(({ id, file, person, group }) => {
      const photo = measured.get(id);
      const figures = photo === undefined ? blank : figuresOf(photo);
      const under = underMask(maskedPhotos.get(id));
      return [file, photo?.person ?? person ?? '', group ?? '', ...figures, ...under, reasons.get(id) ?? ''];
    }),
  ]);
}

const blank: readonly string[] = Array.from({ length: 4 + regions.length + conditionNames.length }, () => '');

const figuresOf = ({ label, probability, right, unknown, regions: shares, conditions: of }: MeasuredPhoto) => [
  ...[label, probability, right === null ? '' : word(right), word(unknown)],
  ...regions.map((region) => shares[region]),
  ...conditionNames.map((condition) => of[condition]),
];

/** The probability is that of the name which the photo has without the mask. */
const maskHeads = [
  'named with the mask',
  'its name’s probability with the mask',
  'right with the mask',
  'unknown with it',
];

function underMask(photo: MaskedAnswer | undefined): readonly Cell[] {
  if (photo === undefined) return maskHeads.map(() => '');
  const { label, kept, right, unknown } = photo;
  return [label, kept, right === null ? '' : word(right), word(unknown)];
}

type MaskedAnswer = ReportContent['maskedPhotos'] extends ReadonlyMap<string, infer Answer> ? Answer : never;

const word = (truth: boolean) => (truth ? 'yes' : 'no');
