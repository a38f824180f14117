import { FoveaError } from '../../../shared/errors';
import type { KeptNetwork } from '../../../shared/keptNetwork';
import type { NetworkSpec } from '../../../shared/network';
import { networkRecords } from '../../engine/networkStore/networkRecords';
import { networksStore } from '../../state/networks';
import { sameRecord } from './sameRecord';

/**
 * Looks again, here and on the device, whether a kept network is still what it was when work on it began: that may have
 * waited for a person for as long as you like.
 * @throws FoveaError when it was removed or changed since then, in whatever tab; the signal's reason when aborted
 */
export async function checkUnchanged(
  signal: AbortSignal,
  id: string,
  kept: KeptNetwork,
  spec: NetworkSpec,
): Promise<void> {
  const stored = (await networkRecords.all()).find(({ folder }) => folder === kept.folder);
  signal.throwIfAborted();
  const now = networksStore.getState().entries.get(id)?.spec;
  if (stored === undefined || now === undefined)
    throw new FoveaError(
      `“${kept.spec.name}” has been removed from this device.`,
      'Add its files again if you need it.',
    );
  if (!sameRecord(stored, kept) || now !== spec)
    throw new FoveaError(
      `“${kept.spec.name}” has been changed since its smaller copy was measured.`,
      'Try the lower precision again.',
    );
}
