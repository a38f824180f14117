import type { IdentityHead } from '../../../../shared/explain';
import { outputBatches } from '../../outputBatches';
import type { Model } from '../../question';
import { recognise } from '../../target/recognise';
import { hidePixels } from '../hidePixels';
import { type Verdict, verdictOf } from './verdict';

export interface Scene {
  /** Network-input values [height, width, 3]: the photo, and what stands in for its hidden pixels. */
  readonly input: Float32Array;
  readonly fill: Float32Array;
  readonly head: IdentityHead;
}

/** Judges an input under masks (for each pixel, other than 0 if hidden) and counts how often. */
export class Trials {
  #tried = 0;

  /**
   * @param named index of the person whose name is to change
   * @param onTried hears of each batch that `judge` has judged
   */
  constructor(
    readonly signal: AbortSignal,
    readonly model: Model,
    readonly scene: Scene,
    readonly named: number,
    readonly onTried: () => void = () => undefined,
  ) {}

  /** Inputs that the network has judged. */
  get tried(): number {
    return this.#tried;
  }

  /** Verdicts in the order of the masks, several a pass. @throws the signal's reason when aborted */
  async judge(masks: readonly Uint8Array[]): Promise<Verdict[]> {
    const { input, fill, head } = this.scene;
    const write = (i: number, into: Float32Array) => hidePixels(input, fill, masks[i] ?? new Uint8Array(0), into);
    const verdicts: Verdict[] = [];
    for await (const outputs of outputBatches(this.signal, this.model, head.layer, masks.length, write)) {
      verdicts.push(...outputs.map((output) => verdictOf(head, this.named, output)));
      this.#tried += outputs.length;
      this.onTried();
    }
    return verdicts;
  }

  /** The answer as the call `recognise` gives it, from a pass of its own: −1 where nobody is near enough. */
  async afresh(mask: Uint8Array): Promise<{ index: number; probability: number }> {
    const { input, fill, head } = this.scene;
    const values = new Float32Array(input.length);
    hidePixels(input, fill, mask, values);
    const { identity } = await recognise(this.signal, this.model, values, head);
    this.#tried++;
    const best = identity?.scores.reduce((most, score) => (score.logit > most.logit ? score : most));
    return {
      index: best === undefined || identity?.unknown ? -1 : best.index,
      probability: best?.probability ?? Number.NaN,
    };
  }
}
