import type { MeasuredChange } from '../../../state/precisionTrial';
import { formatPercent } from '../../../ui/formatPercent';

/** What was measured of a lower precision, in one sentence. */
export function changeWords({ faces, probability, renamed, cosine, zeros }: MeasuredChange): string {
  const parts = [
    ...(probability === null ? [] : [probabilityWords(probability)]),
    ...(renamed === null ? [] : [`${renamed} of them get another first answer`]),
    ...(cosine === null ? [] : [`embeddings before and after have a cosine of at least ${atLeast(cosine)}`]),
    ...(zeros === 0 ? [] : [zerosWords(zeros)]),
  ];
  return `Measured on ${faces} ${faces === 1 ? 'face' : 'faces'}: ${parts.join('; ') || 'nothing that can be compared'}.`;
}

const zerosWords = (count: number) =>
  count === 1
    ? 'the embedding of 1 of them cannot be compared: it is all zeros'
    : `the embeddings of ${count} of them cannot be compared: they are all zeros`;

function probabilityWords(most: number): string {
  if (most === 0) return 'no probability changes';
  const words = formatPercent(most);
  return words.startsWith('<')
    ? `no probability changes by ${words.slice(2)} or more`
    : `no probability changes by more than ${words}`;
}

/** Five digits, rounded down: 0.999998 is not at least 1. */
const atLeast = (cosine: number) => (Math.floor(Math.min(1, cosine) * 1e5) / 1e5).toFixed(5);
