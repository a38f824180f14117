import { toSentError } from '../../../shared/errors';
import type { SamplePhoto } from '../../engine/samples';
import { facesStore } from '../../state/faces';
import { showPhoto } from './showPhoto';

/** Shows one of the photos that come along. Never rejects. */
export async function showSample({ name, url }: SamplePhoto): Promise<void> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${name} could not be read (${response.status}).`);
    await showPhoto(new File([await response.blob()], name));
  } catch (error) {
    const { message } = toSentError(error);
    facesStore.setState({ problem: { message, remedy: 'Reload the page, or choose a photo of your own.' } });
  }
}
