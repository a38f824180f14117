import { createStore } from 'zustand/vanilla';
import type { Picture } from '../../shared/ascent';
import type { AttributionMap, MethodId, MethodSettings, Recognition, Target } from '../../shared/explain';
import type { Mask } from '../../shared/mask';
import type { TargetChoice } from './explanation';
import type { FaceChoice, Stage } from './faces';

/** What the second network says of one input, and where it finds that. */
export interface SecondAnswer {
  readonly input: Picture;
  readonly recognition: Recognition;
  /** Null where it has nothing to explain, or no layer with a map. */
  readonly explained: { readonly map: AttributionMap; readonly target: Target; readonly targetLabel: string } | null;
}

/** The second network on the face in view. */
export interface SecondResult {
  readonly network: string;
  readonly photo: number;
  readonly choice: FaceChoice;
  /** The layer of its maps. */
  readonly layer: string | null;
  readonly method: MethodId;
  readonly settings: MethodSettings;
  /** What was to be explained. */
  readonly wanted: TargetChoice;
  readonly open: SecondAnswer;
  /** Null without a mask. */
  readonly masked: (SecondAnswer & { readonly mask: Mask }) | null;
}

/** Two networks on one face: which is the second, what it says, and what is under way. */
export const secondNetworkStore = createStore<{
  readonly network: string | null;
  readonly result: SecondResult | null;
  readonly stage: Stage | null;
  readonly problem: { readonly message: string; readonly remedy: string } | null;
}>(() => ({ network: null, result: null, stage: null, problem: null }));
