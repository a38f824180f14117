import { describe, expect, it } from 'vitest';
import { heading } from '../../src/page/panels/faces/map/heading';
import { symbolsOf } from '../../src/page/parts/method/symbolsOf';
import type { ShownExplanation } from '../../src/page/state/explanation';
import type { Recognition, Target } from '../../src/shared/explain';
import { methods } from '../../src/shared/methods';

const shownFor = (target: object, targetLabel: string) =>
  ({ network: 'net', target: target as Target, targetLabel }) as unknown as ShownExplanation;

/** Bo is the most probable person of three; the photo itself is nobody's where it is unknown. */
const recognitionOf = (unknown: boolean) =>
  ({
    identity: {
      unknown,
      scores: [0.2, 0.7, 0.1].map((probability, index) => ({ index, label: 'ABC'[index], logit: 0, probability })),
    },
  }) as unknown as Recognition;

describe('what a map explains, in words', () => {
  it('names a known face, and never an unknown one', () => {
    const [first, other] = [1, 0].map((index) => shownFor({ kind: 'identity', index }, index === 1 ? 'Bo' : 'Al'));
    expect(heading(null, null)).toBe('The face');
    expect(heading(first ?? null, recognitionOf(false))).toBe('What speaks for Bo');
    expect(heading(first ?? null, recognitionOf(true))).toBe('Unlike everybody · nearest by probability: Bo');
    expect(heading(other ?? null, recognitionOf(true))).toBe('Unlike everybody · what would speak for Al');
    const female = shownFor({ kind: 'class', layer: 'gender_pred', index: 0 }, 'female');
    expect(heading(female, recognitionOf(true))).toBe('What speaks for female');
  });
});

describe('the symbols of a formula', () => {
  const of = (id: string) => symbolsOf(methods.find((method) => method.id === id)?.formula ?? '');

  it('are those that it uses, words being none', () => {
    expect(of('grad-cam')).toMatch(/^A: .*, G: .*, k: filters, ij: cells\.$/);
    expect(of('eigen-cam')).toBe('A: activations at the layer.');
    expect(of('gradient')).toBe('f: the target, x: the input.');
    expect(of('integrated-gradients')).toBe('f: the target, x: the input.');
    expect(of('smooth-grad')).toBe('');
    expect(of('guided-grad-cam')).toBe('⊙: product, value by value, up: enlarged to the input.');
    expect(of('score-cam')).toMatch(/^A: .*f: .*x: .*k: .*⊙: .*up: .*\.$/);
    expect(of('score-cam')).not.toContain('G:');
  });
});
