import type { MethodSettings, Target } from '../../../shared/explain';
import { rankFilters } from '../../../shared/raster/rankFilters';
import { regionHeat } from '../../../shared/raster/regionHeat';
import { evidenceStore, type ShownExplanation, trustStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { mapViewStore } from '../../state/mapView';
import { networksStore } from '../../state/networks';
import { saveFile } from '../saveFile';
import { fileName, shownFace } from './shownFace';

/**
 * Saves all that the bench knows of the face in view, but no pixels and no embedding: network, settings, scores, the
 * raw map and how it was shown, the filters that add most to it, what the checks found, where the crop lies, the heat
 * of the regions. It does hold names: those of the gallery's people, and in a similarity's label that of the other
 * photo's file. Rejects with a FoveaError when there is no map.
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
    method: { id: shown.method, settings: settingsOf(shown) },
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
    view: viewOf(),
    filters: filtersOf(),
    trust: trustOf(shown),
    crop: { part: crop.choice.kind, size: crop.place.size, networkToPicture: crop.place.networkToPicture },
    regions: regionsOf(shown, crop.regions),
  };
  const blob = new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' });
  saveFile(blob, `${fileName(shown)}.json`);
}

/** Only what the method went by. */
function settingsOf({ method, settings }: ShownExplanation): Partial<MethodSettings> {
  const { samples, noise, seed, steps } = settings;
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

function viewOf() {
  const { colourMap, scale, opacity, smooth } = mapViewStore.getState();
  return { colourMap, scale, opacity, smooth };
}

/** As the bench lists them; null where no filters stand behind the map, or they are not ranked yet. */
function filtersOf() {
  const { evidence } = evidenceStore.getState();
  if (evidence === null) return null;
  return { method: evidence.method, most: rankFilters(evidence, 10).filter(({ contribution }) => contribution > 0) };
}

/** What the checks have found of this map so far; null before any. */
function trustOf({ map }: ShownExplanation) {
  const { checked, randomisation, curves } = trustStore.getState();
  if (checked !== map) return null;
  return {
    randomisation: randomisation.map(({ layer, correlation }) => ({ layer, correlation: finite(correlation) })),
    curves,
  };
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);

function regionsOf({ map, input }: ShownExplanation, labels: Uint8Array) {
  return regionHeat(map, labels, [input.height, input.width]).map(({ density, ...heat }) => ({
    ...heat,
    density: finite(density),
  }));
}
