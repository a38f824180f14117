import type { LoadProgress } from '../../../shared/calls/networkCalls';
import { FoveaError } from '../../../shared/errors';
import type { KeptNetwork } from '../../../shared/keptNetwork';
import type { NetworkSpec, WeightPrecision } from '../../../shared/network';
import { engine } from '../../engine/instance';
import { keptNetworksStore } from '../../state/keptNetworks';
import { networksStore } from '../../state/networks';
import { loadNetwork } from '../loadNetwork';
import { checkUnchanged } from './checkUnchanged';
import { dropFolder } from './dropFolder';
import { measureChange } from './measureChange';
import type { OutputChange } from './outputChange';
import { replaceKept } from './replaceKept';
import { writePrecision } from './writePrecision';
import { writeRecord } from './writeRecord';

/** What a lower precision costs and gains. */
export interface PrecisionChange extends OutputChange {
  readonly from: WeightPrecision;
  readonly to: WeightPrecision;
  readonly bytesBefore: number;
  readonly bytesAfter: number;
}

export interface ChangePrecisionOptions {
  /** While the smaller copy is written. */
  readonly onProgress?: (progress: LoadProgress) => void;
  /**
   * Asked once the change is measured, before anything is replaced; false: the copy goes and the network stays as it
   * was. Absent: it is replaced.
   */
  readonly accept?: (change: PrecisionChange) => Promise<boolean>;
}

const ranks: Readonly<Record<WeightPrecision, number>> = { f32: 2, f16: 1, u8: 0 };

/**
 * Writes a kept network anew in a lower precision, measures on the faces of the sample photos how much its answers
 * change, and puts it in the place of the one before: same id, other hash. What is shown of it begins anew.
 * @returns the measured change, also when `accept` has declined
 * @throws FoveaError when it is not kept, the precision is not lower, there is no room for the copy, or the network was
 *   removed or changed in the meantime, in whatever tab; the signal's reason when aborted. The network stays as it was
 */
export async function changePrecision(
  signal: AbortSignal,
  id: string,
  precision: WeightPrecision,
  { onProgress, accept }: ChangePrecisionOptions = {},
): Promise<PrecisionChange> {
  const { kept, spec } = checkLower(id, precision);
  await loadNetwork(signal, id);
  const { folder, files } = await writePrecision(signal, spec, precision, kept.bytes, onProgress);
  const bytesAfter = files.reduce((sum, { size }) => sum + size, 0);
  const sizes = { from: kept.precision, to: precision, bytesBefore: kept.bytes, bytesAfter };
  const smaller: NetworkSpec = { ...spec, id: `${id}~${precision}`, source: { format: 'files', files } };
  let unused = true;
  try {
    const { info } = await engine().loadNetwork(signal, smaller);
    const change = { ...(await measureChange(signal, id, smaller.id)), ...sizes };
    const accepted = (await accept?.(change)) !== false;
    signal.throwIfAborted();
    if (!accepted) return change;
    const record: KeptNetwork = {
      ...kept,
      folder,
      lineage: kept.lineage ?? kept.folder,
      files: files.map(({ name, size }) => ({ name, bytes: size })),
      precision,
      bytes: bytesAfter,
      hash: info.hash,
    };
    const check = async () => {
      await checkUnchanged(signal, id, kept, spec);
      // From here on the record may be on the device, even where writing it is given up.
      unused = false;
    };
    await writeRecord(id, record, { instead: kept.folder, check });
    await replaceKept(id, record, files);
    await dropFolder(kept.folder);
    return change;
  } finally {
    if (unused) await dropFolder(folder);
    engine().unloadNetwork(smaller.id);
  }
}

function checkLower(id: string, precision: WeightPrecision): { kept: KeptNetwork; spec: NetworkSpec } {
  const kept = keptNetworksStore.getState().kept.get(id);
  const entry = networksStore.getState().entries.get(id);
  if (kept === undefined || entry === undefined)
    throw new FoveaError(`“${id}” is not kept on this device.`, 'Keep it first, then choose its precision.');
  if (ranks[precision] >= ranks[kept.precision])
    throw new FoveaError(
      `“${entry.spec.name}” is kept in a precision that is not higher.`,
      'What was rounded away is gone: add the network’s own files again for more.',
    );
  return { kept, spec: entry.spec };
}
