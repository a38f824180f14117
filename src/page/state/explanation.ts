import { createStore } from 'zustand/vanilla';
import type { Picture } from '../../shared/ascent';
import {
  type AttributionMap,
  defaultMethodSettings,
  type Explanation,
  type LayerEvidence,
  type MethodId,
  type MethodSettings,
  type PerturbationCurve,
  type RandomisationStep,
  type Target,
} from '../../shared/explain';

/** What the user wants explained. */
export type TargetChoice =
  /** The most probable person; where nobody is enrolled, the most probable class. */
  | { readonly kind: 'top' }
  | { readonly kind: 'identity'; readonly name: string }
  | { readonly kind: 'class'; readonly output: string; readonly index: number }
  /** Similarity to the face that was set as the reference. */
  | { readonly kind: 'similarity' };

/** A map on the screen, with all that it was made from. */
export interface ShownExplanation extends Explanation {
  readonly method: MethodId;
  readonly settings: MethodSettings;
  readonly network: string;
  /** The very pixels it explains: a map belongs to one crop. */
  readonly input: Picture;
  readonly layer: string;
  readonly target: Target;
  /** 'Person 3', 'happy', 'similarity to photo.jpg'. */
  readonly targetLabel: string;
}

/** A second face, to which similarity is explained. */
export interface Reference {
  readonly name: string;
  readonly network: string;
  readonly input: { readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray<ArrayBuffer> };
  readonly embedding: Float32Array<ArrayBuffer>;
}

export interface ExplanationState {
  readonly method: MethodId;
  readonly settings: MethodSettings;
  /** Chosen layers by network; the last one with a spatial map where none was chosen. */
  readonly layers: ReadonlyMap<string, string>;
  readonly target: TargetChoice;
  readonly reference: Reference | null;
  readonly shown: ShownExplanation | null;
  /** 0..1 while a map is being computed. */
  readonly progress: number | null;
  /** Largest magnitude of a raw map so far, by network, layer, method and kind of target: the scale for all. */
  readonly largest: ReadonlyMap<string, number>;
}

export const explanationStore = createStore<ExplanationState>(() => ({
  method: 'grad-cam',
  settings: defaultMethodSettings,
  layers: new Map(),
  target: { kind: 'top' },
  reference: null,
  shown: null,
  progress: null,
  largest: new Map(),
}));

/** Maps with this key in common can stand on one raw scale. */
export const scaleKey = ({
  network,
  layer,
  method,
  target,
}: Pick<ShownExplanation, 'network' | 'layer' | 'method' | 'target'>) =>
  [network, layer, method, target.kind].join('|');

/** What the maps of the table explain, and with which numbers of the methods. */
export interface ComparedSubject {
  readonly input: Picture;
  readonly target: Target;
  readonly settings: MethodSettings;
}

/** The method × layer table. */
export const comparisonStore = createStore<{
  readonly subject: ComparedSubject | null;
  readonly layers: readonly string[];
  /** By `${method}|${layer}`. */
  readonly maps: ReadonlyMap<string, Explanation>;
  readonly total: number;
  readonly running: boolean;
}>(() => ({ subject: null, layers: [], maps: new Map(), total: 0, running: false }));

/** From map to filters. */
export const evidenceStore = createStore<{
  readonly evidence: LayerEvidence | null;
  /** The cell of the map that the pointer is over: row × width + column. */
  readonly cell: number | null;
  readonly running: boolean;
}>(() => ({ evidence: null, cell: null, running: false }));

/** Can this map be trusted? */
export const trustStore = createStore<{
  /** The map that was checked. */
  readonly checked: AttributionMap | null;
  readonly randomisation: readonly RandomisationStep[];
  readonly curves: readonly PerturbationCurve[];
  readonly running: 'randomisation' | 'perturbation' | null;
}>(() => ({ checked: null, randomisation: [], curves: [], running: null }));
