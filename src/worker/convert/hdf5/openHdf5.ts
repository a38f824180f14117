import { FoveaError } from '../../../shared/errors';
import type { PlacedFile } from '../inFolder';
import { Hdf5File } from './hdf5File';

/** Where the file is mounted in the library's own file system, which sees nothing else of this device. */
const folder = '/mounted';

/**
 * Opens an HDF5 file for random access: nothing but what is asked for is read. Only in a worker, since the library
 * reads synchronously; one file a worker, since a damaged one may leave the library in disorder.
 * @throws FoveaError when it is not HDF5, or its beginning is damaged
 */
export async function openHdf5(signal: AbortSignal, { path, file }: PlacedFile): Promise<Hdf5File> {
  // Four megabytes, and most people never bring such a file.
  const { ready } = await import('h5wasm');
  const library = await ready;
  signal.throwIfAborted();
  const { FS } = library;
  const source = FS as typeof FS & {
    readonly filesystems: Readonly<Record<'WORKERFS', Parameters<typeof FS.mount>[0]>>;
  };
  if (!FS.analyzePath(folder, false).exists) FS.mkdir(folder);
  else FS.unmount(folder);
  FS.mount(source.filesystems.WORKERFS, { blobs: [{ name: 'file.h5', data: file }] }, folder);
  // A failure inside the library is told as an error with its reason, not printed to the console.
  library.activate_throwing_error_handler();
  try {
    return new Hdf5File(
      library,
      library.open(`${folder}/file.h5`, library.H5F_ACC_RDONLY, false, -1, -1),
      path,
      file.size,
    );
  } catch (cause) {
    throw new FoveaError(`${path} is not a whole HDF5 file.`, 'Download it again: it is truncated or damaged.', {
      cause,
    });
  }
}
