import { FoveaError } from '../../../shared/errors';
import { defaultMethodSettings, type IdentityHead } from '../../../shared/explain';
import { methods } from '../../../shared/methods';
import type { LoadedNetwork, NetworkInfo } from '../../../shared/network';
import type { StudySettings } from '../../../shared/people';
import { faceNetworks } from '../../engine/catalogue';
import { engine } from '../../engine/instance';
import { galleryStore } from '../../state/gallery/gallery';
import { mapLayers } from '../faces/defaultMapLayer';
import { headFor } from '../gallery/headFor';
import type { OnStage } from '../gallery/trainHead';
import { loadNetwork } from '../loadNetwork';
import { studyStamp } from './studyStamp';

/** All that measuring a face needs, made once for all photos. */
export interface StudyPlan {
  readonly settings: StudySettings;
  readonly info: NetworkInfo;
  readonly head: IdentityHead | null;
  /** Network and gallery (`studyStamp`). */
  readonly stamp: string;
}

/** Cells along each side of the mean face's grid. */
export const mapSide = 64;

/** Of the methods that have numbers to choose; the study's seed is theirs, too. */
export const methodSettings = ({ settings }: StudyPlan) => ({ ...defaultMethodSettings, seed: settings.seed });

/**
 * Loads the networks and trains the identity head, if there is anybody to know.
 * @throws FoveaError when a network cannot be loaded, answers nothing or has no such layer; the signal's reason
 */
export async function studyPlan(signal: AbortSignal, settings: StudySettings, onStage: OnStage): Promise<StudyPlan> {
  const { detector, landmarks } = faceNetworks;
  const [loaded] = await Promise.all([
    loadNetwork(signal, settings.network),
    engine().loadNetwork(signal, detector),
    engine().loadNetwork(signal, landmarks),
  ]);
  checkLayer(loaded, settings);
  const { info } = loaded;
  // The plain one, so that a training on masks, tried on another bench, changes no figure in the middle of a study.
  const head = await headFor(signal, settings.network, onStage, 'plain');
  if (head === null && info.outputs.classes.length === 0)
    throw new FoveaError(
      `${info.name} has no classes, and nobody is in the gallery.`,
      'Add people to the gallery on the Faces bench, or choose another network.',
    );
  return { settings, info, head, stamp: await studyStamp(info, galleryStore.getState().people) };
}

/** Once, instead of one failure a photo: a study may come from a file, or its network may have been another one. */
function checkLayer(loaded: LoadedNetwork, { layer, method }: StudySettings): void {
  if (methods.find(({ id }) => id === method)?.layered === false) return;
  if (mapLayers(loaded, { kind: 'class' }).some(({ name }) => name === layer)) return;
  throw new FoveaError(
    `${loaded.info.name} has no layer “${layer}” with a map.`,
    'Choose another layer under “How they are measured”.',
  );
}
