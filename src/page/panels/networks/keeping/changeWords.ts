import type { MeasuredChange } from '../../../state/precisionTrial';
import { formatPercent } from '../../../ui/formatPercent';

/** What was measured of a lower precision, in one sentence. */
export function changeWords({ faces, probability, renamed, cosine }: MeasuredChange): string {
  const parts = [
    ...(probability === null ? [] : [`no probability changes by more than ${formatPercent(probability)}`]),
    ...(renamed === null ? [] : [`${renamed} of them get another first answer`]),
    ...(cosine === null ? [] : [`embeddings before and after have a cosine of at least ${atLeast(cosine)}`]),
  ];
  return `Measured on ${faces} faces: ${parts.join('; ') || 'nothing that can be compared'}.`;
}

/** Five digits, rounded down: 0.999998 is not at least 1. */
const atLeast = (cosine: number) => (Math.floor(Math.min(1, cosine) * 1e5) / 1e5).toFixed(5);
