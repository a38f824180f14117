import { FoveaError } from '../../shared/errors';
import { mostNetworkFiles } from '../../shared/mostNetworkFiles';
import type { Preprocessing } from '../../shared/network';
import { isPreprocessing, preprocessingFault } from '../../shared/preprocessingFault';

/** Bytes: a browser's buffers end at 2 GiB. */
const mostBytes = 2 ** 31 - 1;

/** What most networks want that say nothing about it: RGB between 0 and 1. */
export const defaultPreprocessing: Preprocessing = { order: 'rgb', mean: [0, 0, 0], scale: 1 / 255 };

/** @throws FoveaError when there are no files, or more than a network can have. The worker checks what is in them. */
export function checkNetworkFiles(files: readonly File[]): void {
  const remedy = 'Choose a network’s one file (.h5, .keras, .zip), or its model.json together with its weight files.';
  if (files.length === 0) throw new FoveaError('No file was chosen.', remedy);
  if (files.length > mostNetworkFiles)
    throw new FoveaError(`${files.length} files are too many for one network.`, remedy);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (bytes > mostBytes) throw new FoveaError('The files are larger than 2 GB together.', 'Choose a smaller network.');
}

/** @throws FoveaError when it is no preprocessing */
export function checkPreprocessing(preprocessing: unknown): Preprocessing {
  if (isPreprocessing(preprocessing)) return preprocessing;
  throw new FoveaError(
    `The preprocessing makes no sense: ${preprocessingFault(preprocessing)}.`,
    "Give { order: 'rgb', 'bgr' or 'grey', mean: three numbers in 0..255, scale: a number other than 0 }.",
  );
}

/** The one of a network's files that stands for it: the model file, or else the first. */
export const mainFile = (files: readonly File[]): File | undefined =>
  files.find(({ name }) => /\.(json|h5|hdf5|keras|zip)$/i.test(name)) ?? files[0];

/** Characters. */
export const longestName = 100;

/** A network's name from its files: that of the model file, without its ending. */
export function nameOfFiles(files: readonly File[]): string {
  const name = (mainFile(files)?.name ?? '').replace(/\.[^.]*$/, '').trim();
  return name === '' ? 'network' : name.slice(0, longestName);
}

/** A name that no other network has: with a number if need be. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${name.slice(0, 90)} (${number})`;
  return unique;
}

/** An id that no other network has: letters, digits and hyphens of the name, and a number if need be. */
export function uniqueId(name: string, taken: (id: string) => boolean): string {
  const base =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'network';
  let id = base;
  for (let number = 2; taken(id); number += 1) id = `${base}-${number}`;
  return id;
}
