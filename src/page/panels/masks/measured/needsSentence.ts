import type { NeedRow } from '../../../../shared/mask/needsTable';
import { formatPercent } from '../../../ui/formatPercent';
import { formatChange } from '../formatChange';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a mark means, with its figures; null where there is none. */
export function needsSentence(row: NeedRow, label: string, unit = 'logit'): string | null {
  const { region, share, meanDrop, heatRank, dropRank, disagreement } = row;
  const fall = `changes the ${unit} of ${label} by ${formatChange(-meanDrop)} on average`;
  const ranks = `rank ${heatRank} by heat, ${dropRank} by drop`;
  if (disagreement === 'looked at, not needed')
    return (
      `${capital(region)}: ${formatPercent(share)} of the heat lies there, but hiding just that ${fall} (${ranks}). ` +
      'Heat is no proof of need: that is no more than the fills differ among themselves, and no fall that counts.'
    );
  if (disagreement === 'needed, not looked at')
    return (
      `${capital(region)}: only ${formatPercent(share)} of the heat lies there, but hiding just that ${fall} (${ranks}). ` +
      'The answer needs more than the map shows; or what stands there instead misleads the network by itself.'
    );
  return null;
}
