import { catalogue } from '../../../src/page/engine/catalogue';
import { bundledPeople } from '../../../src/page/flows/gallery/bundledPeople';
import { trainHead } from '../../../src/page/flows/gallery/trainHead';
import { loadNetwork } from '../../../src/page/flows/loadNetwork';
import { galleryStore } from '../../../src/page/state/gallery/gallery';
import { networksStore } from '../../../src/page/state/networks';
import type { IdentityHead } from '../../../src/shared/explain';

/** The networks that tell people apart. */
export const faceNetworkIds = ['dlib-resnet', 'hse-mobilenet'] as const;

const silent = () => {};

/** The page's networks without the page, and the bundled people enrolled by the flow that enrols them in the app. */
export async function openFaces(signal: AbortSignal): Promise<void> {
  const entries = catalogue.map((spec) => [spec.id, { spec, loaded: null, progress: null, error: null }] as const);
  networksStore.setState({ entries: new Map(entries) });
  galleryStore.setState({ people: await bundledPeople(signal, silent) });
}

/** The identity head of a network for the gallery as it is, by the app's own flow. */
export async function trainFor(signal: AbortSignal, network: string): Promise<IdentityHead> {
  const { info } = await loadNetwork(signal, network);
  return (await trainHead(signal, info, silent)).head;
}
