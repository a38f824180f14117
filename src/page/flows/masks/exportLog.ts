import { type Cell, csv } from '../../../shared/csv';
import { FoveaError } from '../../../shared/errors';
import { maskFills } from '../../../shared/mask/maskFills';
import { maskResultsStore, type TriedMask } from '../../state/maskResults';
import { networksStore } from '../../state/networks';
import { saveFile } from '../saveFile';

/** Saves the log of the masks that were tried as CSV, the oldest first. @throws FoveaError when it is empty */
export function exportLog(): void {
  const { log } = maskResultsStore.getState();
  if (log.length === 0) throw new FoveaError('No mask has been tried yet.', 'Paint over the face first.');
  saveFile(new Blob([csv(logTable(log))], { type: 'text/csv' }), 'fovea-masks.csv');
}

/** The log as rows, the heads first. */
export function logTable(log: readonly TriedMask[]): readonly (readonly Cell[])[] {
  const heads = [
    'number',
    'mask',
    'fill',
    'photo',
    'face',
    'time',
    'network',
    'method',
    'layer',
    'share of the face covered',
    'name',
    'nearest',
    'probability of the nearest',
    'first name without the mask',
    'logit change of the first name',
    'rank of the first name under the mask',
  ];
  const rows = log.map((entry) => [
    entry.id,
    entry.name,
    maskFills(entry.mask).join(', '),
    entry.photo,
    entry.face,
    new Date(entry.time).toISOString(),
    networksStore.getState().entries.get(entry.network)?.spec.name ?? entry.network,
    entry.method,
    entry.layer,
    entry.covered,
    entry.answer.name ?? 'Nobody',
    entry.answer.nearest,
    entry.answer.probability,
    entry.firstName,
    entry.logitChange,
    entry.firstRank,
  ]);
  return [heads, ...rows];
}
