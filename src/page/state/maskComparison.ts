import type { Recognition } from '../../shared/explain';
import { type ComparedAnswer, compareAnswers } from '../../shared/mask/compareAnswers';
import { heatOnMask } from '../../shared/raster/heatOnMask';
import { explanationStore, type ShownExplanation } from './explanation';
import { facesStore, type ShownCrop } from './faces';
import { type MaskedExplanation, type MaskedInput, maskResultsStore } from './maskResults';

/** Before and after, as far as both are there, of the face in view. */
export interface MaskComparison {
  readonly crop: ShownCrop;
  readonly before: { readonly recognition: Recognition; readonly map: ShownExplanation | null };
  readonly after: {
    readonly masked: MaskedInput;
    readonly recognition: Recognition | null;
    readonly map: MaskedExplanation | null;
    /** Whether answer and map are those of the mask that is drawn. */
    readonly current: boolean;
  };
  /** Largest magnitude of both maps: the one scale for both; null while one is missing or they have another layer or method. */
  readonly largest: number | null;
  /** Top five before and after; empty while the answer is missing. */
  readonly answers: readonly ComparedAnswer[];
  /** Share of the heat that lies on the pixels that the mask hides, 0..1; null while there is no map. */
  readonly heatOnMask: { readonly before: number | null; readonly after: number | null };
}

/** Null while there is no mask over the face in view. Computes anew at each call: memoise by the stores' states. */
export function maskComparison(
  { crop, recognition } = facesStore.getState(),
  { shown } = explanationStore.getState(),
  { masked, recognised, explained } = maskResultsStore.getState(),
): MaskComparison | null {
  if (crop === null || recognition === null || masked === null || masked.open !== crop.input) return null;
  const map = shown?.input === crop.input ? shown : null;
  const answer = recognised?.masked.open === crop.input ? recognised.recognition : null;
  const under = explained?.masked.open === crop.input ? explained : null;
  const current = recognised?.masked === masked && explained?.masked === masked;
  const size = [crop.input.height, crop.input.width] as const;
  return {
    crop,
    before: { recognition, map },
    after: { masked, recognition: answer, map: under, current },
    largest: commonScale(map, under),
    answers: answer === null ? [] : compareAnswers(recognition, answer),
    heatOnMask: {
      before: map && heatOnMask(map.map, masked.raster, size),
      after: under && heatOnMask(under.map, under.masked.raster, size),
    },
  };
}

function commonScale(before: ShownExplanation | null, after: MaskedExplanation | null): number | null {
  if (before === null || after === null) return null;
  if (before.method !== after.method || before.layer !== after.layer) return null;
  return [before, after].reduce(
    (most, { map }) => map.values.reduce((larger, value) => Math.max(larger, Math.abs(value)), most),
    0,
  );
}
