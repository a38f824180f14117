import type { Picture } from '../ascent';
import type { AttributionMap, IdentityHead } from '../explain';
import type { FillKind, GrowingMap, HidingStep, OcclusionSettings, RegionNeed, RiseSettings } from '../mask';
import type { Explainable } from './explainCalls';

/** What a worker is asked about hidden parts of a face. */
export interface MaskCalls {
  /** Occlusion sensitivity (Zeiler and Fergus, 2014): the drop of the target under a patch, coarse to fine. */
  occlude: {
    arguments: Omit<Explainable, 'layer'> & { readonly settings: OcclusionSettings };
    result: AttributionMap;
    event: GrowingMap;
  };
  /** RISE (Petsiuk et al., 2018): the target's mean over random masks that keep a pixel. */
  rise: {
    arguments: Omit<Explainable, 'layer'> & { readonly settings: RiseSettings };
    result: AttributionMap;
    event: GrowingMap;
  };
  /** What hiding each region with each fill does to the target: one event each. */
  regionNeeds: {
    arguments: Omit<Explainable, 'layer'> & { readonly regions: Uint8Array<ArrayBuffer>; readonly seed: number };
    result: null;
    event: RegionNeed;
  };
  /** The smallest mask that makes the network name somebody else, or nobody: regions, then patches, then shrunk. */
  hideFace: {
    arguments: HideFace;
    result: HidingStep;
    event: HidingStep;
  };
}

export interface HideFace {
  readonly network: string;
  readonly input: Picture;
  /** For each pixel of the input, the index of its region. */
  readonly regions: Uint8Array<ArrayBuffer>;
  readonly head: IdentityHead;
  readonly fill: Exclude<FillKind, 'other'>;
  readonly seed: number;
}
