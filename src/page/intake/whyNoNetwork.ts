import { FoveaError } from '../../shared/errors';
import { fileKind } from '../../shared/fileKind';
import { isDocument } from '../../shared/isDocument';
import { otherFormat } from './otherFormat';
import { isReadable, sniff, sniffedBytes } from './photo/sniff';

const readable = 'Keras (.h5, .keras) and TensorFlow.js (model.json with all its shards, or a zip of them) are read.';

/**
 * Why there can be no network among these files, as far as their first bytes and names tell; null where there may be
 * one, whose reader says what is wrong with it. @throws the signal's reason when aborted
 */
export async function whyNoNetwork(signal: AbortSignal, files: readonly File[]): Promise<FoveaError | null> {
  const [first] = files;
  let other: FoveaError | null = null;
  for (const file of files) {
    const format = await otherFormat(file);
    const kind = await fileKind(signal, file);
    if (format === null && kind === 'json' && files.length === 1) return otherJson(file);
    if (format === null && ['hdf5', 'zip', 'json'].includes(kind)) return null;
    if (format !== null) other ??= new FoveaError(`${file.name} is ${format.is}.`, format.remedy);
  }
  if (other !== null || first === undefined) return other;
  if (files.length > 1)
    return new FoveaError(`There is no network among these files, such as ${first.name}.`, readable);
  return describe(first, await fileKind(signal, first));
}

/** Bytes; a topology takes far less. */
const mostJson = 2 ** 26;

/** A JSON file about something else; null where it may be a model.json, or is damaged, which its reader says. */
async function otherJson(file: File): Promise<FoveaError | null> {
  if (file.size > mostJson) return null;
  const value = await file
    .text()
    .then((text): unknown => JSON.parse(text))
    .catch(() => null);
  if (typeof value !== 'object' || value === null || 'modelTopology' in value || 'weightsManifest' in value)
    return null;
  if ('class_name' in value && 'config' in value)
    return new FoveaError(
      `${file.name} describes a Keras model’s layers, without their weights.`,
      'Save the whole model, with model.save("network.keras").',
    );
  return new FoveaError(`${file.name} is JSON, but no model.json of TensorFlow.js.`, readable);
}

async function describe(file: File, kind: string): Promise<FoveaError> {
  const { name } = file;
  if (file.size === 0) return new FoveaError(`${name} is empty.`, 'Download or save it again.');
  if (kind === 'npy')
    return new FoveaError(`${name} is a NumPy array, and no network.`, 'Names of classes come with their network.');
  const seen = sniff(new Uint8Array(await file.slice(0, sniffedBytes).arrayBuffer()));
  if (isReadable(seen)) return new FoveaError(`${name} is a picture, and no network.`, 'Show it on the Faces bench.');
  // Its name says so, too.
  if (kind === 'text' && (isDocument(name) || /\.txt$/i.test(name)))
    return new FoveaError(`${name} is text, and no network.`, readable);
  if (kind === 'text')
    return new FoveaError(
      `${name} is text${seen === 'html' ? ', a web page' : ''}, whatever its name says, and no network.`,
      `If it was downloaded, a page or a message has come in its place: download it again. ${readable}`,
    );
  if (/\.bin$/i.test(name))
    return new FoveaError(
      `${name} may be a network’s weights, but says nothing of its layers.`,
      `Add its model.json with it. ${readable}`,
    );
  return new FoveaError(`${name} is no network that Fovea knows.`, readable);
}
