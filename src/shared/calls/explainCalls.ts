import type { Picture } from '../ascent';
import type {
  AttributionMap,
  CamMethod,
  Explanation,
  LayerEvidence,
  MethodId,
  MethodSettings,
  PerturbationCurve,
  RandomisationStep,
  Target,
} from '../explain';

/** What a worker is asked about why: maps, and how far they can be trusted. */
export interface ExplainCalls {
  /** One attribution map. `fraction` rises from 0 to 1. */
  explain: {
    arguments: Explainable & { readonly method: MethodId; readonly settings: MethodSettings };
    result: Explanation;
    event: { readonly fraction: number };
  };
  /** Which filters of a layer make a method's map of the target on this input; Score-CAM's takes its weights along. */
  evidence: {
    arguments: Explainable & { readonly method: CamMethod; readonly filterWeights?: Float32Array<ArrayBuffer> };
    result: LayerEvidence;
    event: never;
  };
  /** Weight randomisation from the top down (Adebayo et al., 2018): one event a layer. */
  randomise: {
    arguments: Explainable & { readonly method: MethodId; readonly settings: MethodSettings; readonly seed: number };
    result: null;
    event: RandomisationStep;
  };
  /** Deletion and insertion in the order of a map and in a random order (Petsiuk et al., 2018): one event a curve. */
  perturb: {
    arguments: Perturbation;
    result: null;
    event: PerturbationCurve;
  };
}

/** What is explained: a target of a network on one input of its own size, seen from a layer. */
export interface Explainable {
  readonly network: string;
  readonly input: Picture;
  readonly target: Target;
  /** Ignored by methods that know no layer. */
  readonly layer: string;
}

export interface Perturbation extends Omit<Explainable, 'layer'> {
  /** At any resolution; it is resampled to the input's. */
  readonly map: AttributionMap;
  /** Points of each curve, its two ends included. */
  readonly steps: number;
  /** Of the random order. */
  readonly seed: number;
}
