import type { MethodId, MethodSettings, Target } from '../../../shared/explain';
import { regionHeat } from '../../../shared/raster/regionHeat';
import { explanationStore, type ShownExplanation } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { networksStore } from '../../state/networks';
import { saveFile } from '../saveFile';
import { fileName, shownFace } from './shownFace';

/**
 * Saves all that the bench knows of the face in view, but no pixels and no embedding: network, settings, scores, the raw
 * map, where the crop lies, the heat of the regions. Rejects with a FoveaError when there is no map.
 */
export async function exportExplanation(): Promise<void> {
  const { crop, shown } = shownFace();
  const { recognition } = facesStore.getState();
  const info = networksStore.getState().entries.get(shown.network)?.loaded?.info;
  const { map, beforeRelu, completeness, score } = shown;
  const content = {
    format: 'fovea-explanation',
    version: 1,
    network: { id: shown.network, name: info?.name, hash: info?.hash, preprocessing: info?.preprocessing },
    method: { id: shown.method, settings: settingsOf(shown.method) },
    layer: shown.layer,
    target: { ...targetOf(shown.target), label: shown.targetLabel, score },
    scores: { outputs: recognition?.outputs ?? [], identity: recognition?.identity ?? null },
    map: {
      width: map.width,
      height: map.height,
      signed: map.signed,
      values: [...map.values],
      beforeRelu,
      completeness,
    },
    crop: { part: crop.choice.kind, size: crop.place.size, networkToPicture: crop.place.networkToPicture },
    regions: regionsOf(shown, crop.regions),
  };
  const blob = new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' });
  saveFile(blob, `${fileName(shown)}.json`);
}

/** Only what the method goes by. */
function settingsOf(method: MethodId): Partial<MethodSettings> {
  const { samples, noise, seed, steps } = explanationStore.getState().settings;
  if (method === 'smooth-grad') return { samples, noise, seed };
  return method === 'integrated-gradients' ? { steps } : {};
}

/** A target without the weights and embeddings that belong to it. */
function targetOf(target: Target) {
  switch (target.kind) {
    case 'class':
      return target;
    case 'identity':
      return { kind: target.kind, index: target.index, people: target.head.names.length };
    case 'similarity':
      return { kind: target.kind, layer: target.layer };
  }
}

function regionsOf({ map, input }: ShownExplanation, labels: Uint8Array) {
  return regionHeat(map, labels, [input.height, input.width]).map(({ density, ...heat }) => ({
    ...heat,
    density: Number.isFinite(density) ? density : null,
  }));
}
