import { seemsShard } from '../../shared/seemsShard';
import { type Holder, strayFile } from '../network/loaders/strayFile';
import type { KnownFile } from './gatherFiles';
import { isChosen } from './isChosen';

/**
 * @param files what is no part of the network
 * @param holder what that network's weights are in
 * @throws FoveaError naming one of them that is no part of anything
 */
export function refuseStray(files: readonly KnownFile[], holder: Holder): void {
  const stray = files.find(isStray);
  if (stray !== undefined) throw strayFile(stray.path, holder);
}

/** Of a folder's files, those alone that may be weights: what else lies there, nobody has chosen. */
const isStray = (file: KnownFile) =>
  file.kind === 'hdf5' || (file.kind === 'binary' && file.file.size > 0 && (isChosen(file) || seemsShard(file.path)));
