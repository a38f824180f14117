import { FoveaError } from '../../../shared/errors';
import type { SamplePhoto } from '../../engine/samples';
import { readPhoto } from '../../intake/photo/readPhoto';
import { showPhotoFrom } from './showPhoto';

/** Shows one of the photos that come along. Never rejects. */
export function showSample(sample: SamplePhoto): Promise<void> {
  return showPhotoFrom(async (signal) => readPhoto(signal, await fetchSample(signal, sample)));
}

/** @throws FoveaError when the server does not give it; the signal's reason when aborted */
async function fetchSample(signal: AbortSignal, { name, url }: SamplePhoto): Promise<File> {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return new File([await response.blob()], name);
  } catch (cause) {
    signal.throwIfAborted();
    throw new FoveaError(`${name} could not be read.`, 'Reload the page, or choose a photo of your own.', { cause });
  }
}
