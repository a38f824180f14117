/** A small study with made-up figures, as the store and the report hold one. */
import type { ReportContent, ReportMask } from '../../../../src/page/flows/people/report/reportContent';
import { regions } from '../../../../src/shared/face';
import type { GroupComparison, GroupSummary, Interval, MeasuredPhoto, StudyPhoto } from '../../../../src/shared/people';
import { allQuantities, conditionNames } from '../../../../src/shared/people/quantities';

const record = <Key extends string, Value>(keys: readonly Key[], value: (key: Key, i: number) => Value) =>
  Object.fromEntries(keys.map((key, i) => [key, value(key, i)])) as Record<Key, Value>;

const around = (mean: number, by = 0.02): Interval => ({ mean, low: mean - by, high: mean + by });

export const madePhoto = (id: string, change: Partial<MeasuredPhoto> = {}): MeasuredPhoto => ({
  id,
  file: `${id}.jpg`,
  person: `Person of ${id}`,
  group: 'North',
  label: `Name of ${id}`,
  index: 0,
  probability: 0.9,
  right: null,
  regions: record(regions, (_, i) => (i + 1) / 36),
  map: { side: 2, values: Float32Array.of(0, 1, 2, 3) },
  conditions: record(conditionNames, (_, i) => 10 * (i + 1)),
  faces: 1,
  unknown: false,
  enrolled: false,
  ...change,
});

export const madeSummary = (group: string, persons: number, shift = 0): GroupSummary => ({
  group,
  persons,
  photos: 2 * persons,
  named: { persons, photos: 2 * persons },
  enrolled: { persons: 0, photos: 0 },
  regions: record(regions, (_, i) => around((i + 1) / 36 + shift)),
  recognised: around(0.8 + shift),
  probability: around(0.7 + shift),
  conditions: record(conditionNames, (_, i) => around(10 * (i + 1), 2)),
});

const none = { persons: 0, photos: 0 };

/** Every quantity tested; the first found, and face size too where asked. */
export function madeComparison(groups: readonly GroupSummary[], confounded = false): GroupComparison {
  const names = groups.map(({ group }) => group);
  const [first = '', second = ''] = names;
  const sizes = [0, 1].map((i) => ({ persons: groups[i]?.persons ?? 0, photos: groups[i]?.photos ?? 0 }));
  return {
    groups,
    differences: allQuantities.map((quantity, i) => ({
      groups: [first, second],
      quantity,
      difference: 0.031,
      low: 0.005,
      high: 0.057,
      p: i === 0 ? 0.0004 : 0.4,
      q: i === 0 || (confounded && quantity.kind === 'condition' && quantity.condition === 'faceSize') ? 0.0123 : 0.6,
      effect: 0.77,
      sizes: [sizes[0] ?? none, sizes[1] ?? none],
    })),
    tooFew: null,
    untested: [],
    tests: allQuantities.length,
    seed: 7,
    resamples: 2000,
    splits: 2000,
  };
}

/** An eye bar, as a report has it; nothing compared under it. */
export const madeMask = (change: Partial<ReportMask> = {}): ReportMask => ({
  ...{ name: 'Eye bar', fills: ['black'], picture: 'data:image/png;base64,iVBORw0KGgo=', photos: 5, failures: [] },
  ...{ covered: { mean: 0.182, least: 0.151, most: 0.21 }, comparison: null, losses: null, maps: [] },
  ...change,
});

export function madeReport(
  photos: readonly StudyPhoto[],
  measured: readonly MeasuredPhoto[],
  change: Partial<ReportContent> = {},
): ReportContent {
  return {
    created: '2024-05-01T12:00:00.000Z',
    settings: {
      network: 'hse-mobilenet',
      layer: 'conv_pw_13_relu',
      method: 'grad-cam',
      seed: 7,
      resamples: 2000,
    },
    network: {
      id: 'hse-mobilenet',
      name: 'HSE-FaceRes',
      hash: 'ab12',
      parameters: 3_000_000,
      input: [224, 224, 3],
      preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
      origin: null,
    },
    device: { backend: 'wasm', renderer: 'relaxed SIMD', precision: 'f32' },
    stamp: 'cd34',
    target: 'identity',
    gallery: 12,
    photos,
    measured: new Map(measured.map((photo) => [photo.id, photo])),
    failures: [],
    comparison: madeComparison([madeSummary('North', 9), madeSummary('South', 8, 0.03)]),
    masked: null,
    maskedPhotos: new Map(),
    training: null,
    maps: [],
    thumbnails: new Map(),
    pictures: 'none',
    pseudonyms: false,
    ...change,
  };
}
