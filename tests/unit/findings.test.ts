import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameSubject } from '../../src/page/flows/faces/sameSubject';
import { referenceOf } from '../../src/page/flows/faces/setReference';
import { isBlank, mapRange } from '../../src/page/paint/mapRange';
import { shortLayerNames } from '../../src/page/panels/faces/findings/compare/shortLayerNames';
import { driverRows } from '../../src/page/panels/faces/findings/drivers/driverRows';
import { shownWords } from '../../src/page/panels/faces/findings/shownWords';
import { perturbationSentence, randomisationSentence } from '../../src/page/panels/faces/findings/trust/trustSentences';
import { ageFacts } from '../../src/page/panels/faces/findings/who/ageFacts';
import { shownKey, targetKey } from '../../src/page/panels/faces/findings/who/targetKey';
import { topScores } from '../../src/page/panels/faces/findings/who/topScores';
import { groupsOf } from '../../src/page/panels/faces/gallery/groupsOf';
import type { ShownExplanation } from '../../src/page/state/explanation';
import { formatDecimal } from '../../src/page/ui/formatDecimal';
import { formatPercent } from '../../src/page/ui/formatPercent';
import { cosine } from '../../src/shared/cosine';
import type { AttributionMap, IdentityHead, PerturbationCurve, Score, Target } from '../../src/shared/explain';
import { defaultMethodSettings } from '../../src/shared/explain';
import type { NetworkOutputs } from '../../src/shared/network';

const mapOf = (values: number[], signed = false): AttributionMap => ({
  width: values.length,
  height: 1,
  values: Float32Array.from(values),
  signed,
});

describe('numbers on the screen', () => {
  it.each([
    [0.9213, '92.1 %'],
    [0, '0.0 %'],
    [1, '100.0 %'],
    [0.0003, '< 0.1 %'],
    [0.99996, '> 99.9 %'],
    [-0.25, '−25.0 %'],
    [Number.NaN, '–'],
  ])('share %d is %s', (share, text) => expect(formatPercent(share)).toBe(text));

  it.each([
    [-0.314, '−0.31'],
    [-0.001, '0.00'],
    [14.2, '14.20'],
    [Number.NaN, '–'],
  ])('value %d is %s', (value, text) => expect(formatDecimal(value)).toBe(text));
});

describe('an age as a distribution', () => {
  const over = (probabilities: readonly number[]): Score[] =>
    probabilities.map((probability, index) => ({ index, label: String(20 + index), logit: 0, probability }));

  it('has mean and percentiles of a die thrown once', () => {
    // Ten equally likely years, 20 to 29: their mean is 24.5, a tenth lies up to 20, nine tenths up to 28.
    const { expected, low, high } = ageFacts(over(Array.from({ length: 10 }, () => 0.1)));
    expect(expected).toBeCloseTo(24.5, 10);
    expect([low, high]).toEqual([20, 28]);
  });

  it('is a point where one year has all', () => {
    expect(ageFacts(over([0, 0, 1, 0]))).toEqual({ expected: 22, low: 22, high: 22 });
  });

  it('has 80 % or more between its ends, whatever the distribution', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 100 });
    fc.assert(
      fc.property(weights, (values) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const scores = over(values.map((value) => value / total));
        const { low, high } = ageFacts(scores);
        const within = scores.filter(({ label }) => Number(label) >= low && Number(label) <= high);
        return within.reduce((sum, { probability }) => sum + probability, 0) >= 0.8 - 1e-9;
      }),
    );
  });
});

describe('rows of answers', () => {
  it('come most probable first, without changing what they come from', () => {
    const scores = [0.2, 0.5, 0.3].map((probability, index) => ({
      index,
      label: `${index}`,
      logit: Math.log(probability),
      probability,
    }));
    expect(topScores(scores, 2).map(({ index }) => index)).toEqual([1, 2]);
    expect(scores.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  const outputs: NetworkOutputs = {
    embedding: 'e',
    classes: [
      { id: 'age', title: 'Age', layer: 'age_pred', probability: 'softmax', labels: ['0', '1', '2'] },
      { id: 'gender', title: 'Gender', layer: 'gender_pred', probability: 'sigmoid', labels: ['female', 'male'] },
    ],
  };
  const shownAs = (target: Target, targetLabel: string) =>
    ({ method: 'grad-cam', layer: 'conv', target, targetLabel }) as ShownExplanation;
  const classOf = (layer: string, index: number): Target => ({ kind: 'class', layer, index });

  it('are found again by what a map explains', () => {
    const age = shownKey(shownAs(classOf('age_pred', 2), '2'), outputs);
    expect(age).toBe(targetKey({ kind: 'class', output: 'age', index: 2 }));
    expect(shownKey(shownAs(classOf('gender_pred', 0), 'female'), outputs)).toBe('class|gender|0');
    expect(shownKey(shownAs(classOf('gender_pred', 1), 'male'), outputs)).toBe('class|gender|1');
    expect(shownKey(shownAs(classOf('elsewhere', 0), 'male'), outputs)).toBeNull();
    const head = { names: ['A', 'B'] } as unknown as IdentityHead;
    expect(shownKey(shownAs({ kind: 'identity', head, index: 1 }, 'B'), outputs)).toBe('identity|B');
  });

  it('are named in captions as they were made', () => {
    const shown = shownAs(classOf('age_pred', 2), 'Person 3');
    expect(shownWords(shown)).toBe('Grad-CAM at conv for Person 3');
    expect(shownWords({ ...shown, method: 'smooth-grad' })).toBe('SmoothGrad for Person 3');
  });
});

describe('two faces', () => {
  it('have the cosine of the angle between their embeddings', () => {
    expect(cosine(Float32Array.of(1, 0), Float32Array.of(1, 1))).toBeCloseTo(Math.cos(Math.PI / 4), 6);
    expect(cosine(Float32Array.of(2, 0), Float32Array.of(-3, 0))).toBeCloseTo(-1, 6);
    expect(cosine(Float32Array.of(0, 0), Float32Array.of(1, 0))).toBeNaN();
  });

  it('become a reference only where there is an embedding, named by photo and face', () => {
    const crop = { network: 'n', input: {}, choice: { kind: 'face', index: 1 } };
    const photo = { name: 'two.jpg', faces: [{}, {}] };
    const state = (embedding: Float32Array | null) =>
      ({ crop, photo, recognition: { embedding } }) as unknown as Parameters<typeof referenceOf>[0];
    expect(referenceOf(state(null))).toBeNull();
    expect(referenceOf(state(new Float32Array(2)))).toMatchObject({ name: 'two.jpg, face 2', network: 'n' });
  });
});

describe('ranges of maps', () => {
  it('go from 0 to the largest value of all, for signed maps as far to both sides', () => {
    expect(mapRange([mapOf([0, 1]), mapOf([3, 2])])).toEqual([0, 3]);
    expect(mapRange([mapOf([-4, 1], true)])).toEqual([-4, 4]);
    expect(mapRange([])).toEqual([0, 0]);
  });

  it('know a map that shows nothing', () => {
    expect(isBlank(mapOf([0, 0]))).toBe(true);
    expect(isBlank(mapOf([0, 0.1]))).toBe(false);
    expect(isBlank(mapOf([-1, 0], true))).toBe(false);
  });
});

describe('filters behind a map', () => {
  // Two cells, three filters; Grad-CAM with the weights 1, 2, −1.
  const evidence = {
    layer: 'conv',
    method: 'grad-cam',
    width: 2,
    height: 1,
    channels: 3,
    activations: Float32Array.of(3, 0, 5, 1, 2, 0),
    terms: Float32Array.of(3, 0, -5, 1, 4, 0),
  } as const;

  it('are those that add to it where it is above zero, with shares that sum to 1', () => {
    // The first cell sums up to −2: the map is empty there.
    const rows = driverRows(evidence, 10, null);
    expect(rows.map(({ filter, value, length }) => [filter, value, length])).toEqual([
      [1, 0.8, 1],
      [0, 0.2, 0.25],
    ]);
    const negative = { ...evidence, terms: evidence.terms.map((term) => -Math.abs(term)) };
    expect(driverRows(negative, 10, null)).toEqual([]);
  });

  it('at a spot are those that fire there, whatever they say of the target', () => {
    const rows = driverRows(evidence, 10, 0);
    expect(rows.map(({ filter, value }) => [filter, value])).toEqual([
      [2, 5],
      [0, 3],
    ]);
    expect(rows[0]?.shareThere).toBeCloseTo(-5 / 3, 6);
    expect(rows[1]?.shareThere).toBe(1);
  });
});

describe('short names of layers', () => {
  it.each([
    [
      ['conv_pw_1_relu', 'conv_pw_13_relu'],
      ['1', '13'],
    ],
    [
      ['conv1_relu', 'conv_dw_5_relu', 'conv_pw_13_relu'],
      ['conv1', 'conv_dw_5', 'conv_pw_13'],
    ],
    [['only_one'], ['only_one']],
    [
      ['conv_1', 'conv_1_relu'],
      ['1', '1_relu'],
    ],
    [
      ['a_', 'a_a_'],
      ['a_', 'a_a_'],
    ],
  ])('%j → %j', (names, short) => expect(shortLayerNames(names)).toEqual(short));

  it('stay different where the names are', () => {
    const name = fc
      .array(fc.constantFrom('a', 'b', '_', '1'), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), (names) => {
        return new Set(shortLayerNames(names)).size === names.length;
      }),
    );
  });
});

describe('what the checks say', () => {
  const curve = (kind: PerturbationCurve['kind'], order: PerturbationCurve['order'], area: number) => ({
    kind,
    order,
    area,
    shares: [0, 1],
    scores: [0, 1],
  });

  it.each([
    ['deletion', 0.31, 0.52, 'faster than'],
    ['deletion', 0.52, 0.31, 'more slowly than'],
    ['insertion', 0.31, 0.52, 'more slowly than'],
    ['insertion', 0.6, 0.52, 'faster than'],
    ['insertion', 0.521, 0.52, 'as fast as'],
  ] as const)('%s, map %d, random %d: %s', (kind, map, random, words) => {
    const sentence = perturbationSentence([curve(kind, 'map', map), curve(kind, 'random', random)], kind, 'class');
    expect(sentence).toContain(words);
    expect(sentence).toContain(`${formatDecimal(map)} against ${formatDecimal(random)}`);
  });

  it('wait for both curves', () => {
    expect(perturbationSentence([curve('deletion', 'map', 0.3)], 'deletion', 'class')).toBeNull();
    expect(randomisationSentence([])).toBeNull();
  });

  it.each([
    [0.93, 'hardly changes'],
    [-0.7, 'hardly changes'],
    [0.3, 'part of it'],
    [0.02, 'nothing of it is left'],
    [Number.NaN, 'same everywhere'],
  ])('a last rank correlation of %d: %s', (correlation, words) => {
    const step = { layer: 'conv1', map: mapOf([0, 1]), correlation };
    expect(randomisationSentence([{ ...step, correlation: 0.5 }, step])).toContain(words);
  });
});

describe('the table of maps', () => {
  const input = { width: 1, height: 1, rgba: new Uint8ClampedArray(4) };
  const head = { names: ['A', 'B'] } as unknown as IdentityHead;
  const target: Target = { kind: 'identity', head, index: 0 };
  const subject = { input, target, settings: defaultMethodSettings };

  it('holds as long as face, answer and numbers are the same', () => {
    expect(sameSubject(subject, { ...subject, target: { ...target } })).toBe(true);
    expect(sameSubject(subject, { ...subject, target: { ...target, index: 1 } })).toBe(false);
    // A head that was trained again gives other logits.
    expect(sameSubject(subject, { ...subject, target: { ...target, head: { ...head } } })).toBe(false);
    expect(sameSubject(subject, { ...subject, input: { ...input } })).toBe(false);
    expect(sameSubject(subject, { ...subject, settings: { ...defaultMethodSettings, steps: 8 } })).toBe(false);
    expect(sameSubject(subject, { ...subject, target: { kind: 'class', layer: 'fc', index: 0 } })).toBe(false);
  });
});

it('groups come each once, in order', () => {
  const person = (group: string | null) => ({ id: '', name: '', group, bundled: false, photos: [] });
  expect(groupsOf([person('b'), person(null), person('a'), person('b')])).toEqual(['a', 'b']);
});
