import { FoveaError } from '../../../shared/errors';
import { defaultMethodSettings, type IdentityHead, type Recognition, type Score } from '../../../shared/explain';
import type { LoadedNetwork, NetworkInfo } from '../../../shared/network';
import { engine } from '../../engine/instance';
import { type ExplainOptions, type ReadExplainOptions, readExplainOptions } from '../../intake/explainOptions';
import type { Reference, TargetChoice } from '../../state/explanation';
import { networksStore } from '../../state/networks';
import { chooseTarget, type NamedTarget } from '../faces/chooseTarget';
import { defaultMapLayer } from '../faces/defaultMapLayer';
import { targetHead } from '../faces/targetHead';
import { headFor, isTrained } from '../gallery/headFor';
import { loadNetwork } from '../loadNetwork';
import { cropForConsole } from './cropForConsole';

export interface ConsoleExplanation {
  /** One a person of the gallery, or one a class; empty for a similarity to a face that nobody is compared with. */
  readonly scores: readonly Score[];
  /** Raw, at the layer's resolution (pixel methods: the input's), row by row. */
  readonly map: { readonly width: number; readonly height: number; readonly values: Float32Array };
  readonly layer: string;
  readonly target: {
    readonly kind: 'class' | 'identity' | 'similarity';
    readonly index?: number;
    readonly label: string;
  };
  /** The target's value: a logit, or a cosine. */
  readonly score: number;
}

/**
 * Recognition and attribution for scripts.
 * @throws FoveaError when the options make no sense, the picture cannot be read, or the network has no such layer or
 * target; the signal's reason
 */
export async function explainForConsole(given: ExplainOptions): Promise<ConsoleExplanation> {
  const options = readExplainOptions(given);
  const { signal, method } = options;
  const loaded = await loadNetwork(signal, options.network);
  const layer = checkLayer(loaded, options.layer);
  const { input } = await cropForConsole(signal, loaded.info.id, options);
  const head = wantsIdentity(loaded.info, options) ? await headFor(signal, loaded.info.id, () => {}) : null;
  const recognition = await engine().run(signal, 'recognise', { network: loaded.info.id, input, head });
  const reference = await referenceOf(loaded.info, options);
  const named = targetOf({ options, info: loaded.info, recognition, head: head && targetHead(head), reference });
  const settings = { ...defaultMethodSettings, ...definedSettings(options) };
  const request = { network: loaded.info.id, input, target: named.target, layer, method: method.id, settings };
  const { map, score } = await engine().run(signal, 'explain', request);
  const { width, height, values } = map;
  return {
    scores: scoresOf(loaded.info, named, recognition),
    map: { width, height, values },
    layer,
    target: describe(named),
    score,
  };
}

function checkLayer(loaded: LoadedNetwork, layer = defaultMapLayer(loaded)): string {
  if (loaded.layers.some(({ name }) => name === layer) && layer !== null) return layer;
  const remedy = 'fovea.layers(network) lists them.';
  throw new FoveaError(
    `${loaded.info.name} has no layer ${layer === null ? 'with a spatial map' : `“${layer}”`}.`,
    remedy,
  );
}

/** Networks that are made for telling people apart, and those for which a head was trained, answer with people. */
function wantsIdentity(info: NetworkInfo, { target }: ReadExplainOptions): boolean {
  if (target !== undefined) return !('class' in target) && info.outputs.embedding !== null;
  const made = networksStore.getState().entries.get(info.id)?.spec.outputs !== undefined;
  const only = info.outputs.classes.length === 0;
  return info.outputs.embedding !== null && (made || only || isTrained(info.hash));
}

async function referenceOf(info: NetworkInfo, { target, signal, crop }: ReadExplainOptions): Promise<Reference | null> {
  if (target === undefined || !('similarTo' in target)) return null;
  const picture = target.similarTo;
  const { input } = await cropForConsole(signal, info.id, { picture, ...(crop === undefined ? {} : { crop }) });
  const { embedding } = await engine().run(signal, 'recognise', { network: info.id, input, head: null });
  if (embedding === null)
    throw new FoveaError(`${info.name} has no embedding to compare faces by.`, 'Choose another network or target.');
  return { name: picture instanceof File ? picture.name : 'the other picture', network: info.id, input, embedding };
}

interface TargetParts {
  readonly options: ReadExplainOptions;
  readonly info: NetworkInfo;
  readonly recognition: Recognition;
  readonly head: IdentityHead | null;
  readonly reference: Reference | null;
}

function targetOf({ options: { target }, info, recognition, head, reference }: TargetParts): NamedTarget {
  const choice = choiceOf(target, info, head);
  const named = choice === null ? null : chooseTarget({ choice, info, recognition, head, reference });
  if (named !== null) return named;
  throw new FoveaError(
    target === undefined
      ? `${info.name} has no classes, and nobody is in the gallery.`
      : `${info.name} has no such target: ${JSON.stringify(target)}.`,
    'Add people with fovea.gallery.add, or give a class of the network or { similarTo }.',
  );
}

function choiceOf(target: ExplainOptions['target'], info: NetworkInfo, head: IdentityHead | null): TargetChoice | null {
  if (target === undefined) return { kind: 'top' };
  if ('similarTo' in target) return { kind: 'similarity' };
  if ('class' in target) {
    const output = target.output ?? info.outputs.classes[0]?.id;
    return output === undefined ? null : { kind: 'class', output, index: target.class };
  }
  const name = typeof target.identity === 'number' ? head?.names[target.identity] : target.identity;
  return name === undefined ? null : { kind: 'identity', name };
}

function scoresOf(info: NetworkInfo, { target }: NamedTarget, { outputs, identity }: Recognition): readonly Score[] {
  if (target.kind !== 'class') return identity?.scores ?? [];
  const id = info.outputs.classes.find(({ layer }) => layer === target.layer)?.id;
  return outputs.find(({ output }) => output === id)?.scores ?? [];
}

function describe({ target, label }: NamedTarget): ConsoleExplanation['target'] {
  return target.kind === 'similarity'
    ? { kind: target.kind, label }
    : { kind: target.kind, index: target.index, label };
}

function definedSettings({ samples, noise, steps, seed }: ReadExplainOptions) {
  return Object.fromEntries(Object.entries({ samples, noise, steps, seed }).filter(([, value]) => value !== undefined));
}
