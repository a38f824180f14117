import { readOffers } from '../../intake/readOffers';
import { offeredNetworksStore } from '../../state/offeredNetworks';

/** Where `npm run network` puts networks, on the page's own origin. */
export const offersFolder = (): URL => new URL('networks/', document.baseURI);

/** Asks the page's server which networks lie there. Never rejects: most servers have none. */
export async function loadOffers(): Promise<void> {
  try {
    const response = await fetch(new URL('index.json', offersFolder()), { cache: 'no-cache' });
    if (response.ok) offeredNetworksStore.setState({ offered: readOffers(await response.json()) });
  } catch {
    // No index, or one that is none: there is nothing to offer.
  }
}
