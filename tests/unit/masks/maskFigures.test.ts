/** The figures of docs/masks.md's tables, on made-up trials. */
import { expect, test } from 'vitest';
import { countPieces } from '../../bench/masks/countPieces';
import { summarise } from '../../bench/masks/summarise';
import type { MaskTrial } from '../../bench/masks/trial';

const picture = (...rows: string[]) => Uint8Array.from(rows.join(''), (character) => (character === '#' ? 1 : 0));

test('pieces hang together by sides, not by corners, and not around the edge', () => {
  expect(countPieces(picture('....', '....'), 4)).toBe(0);
  expect(countPieces(picture('####', '####'), 4)).toBe(1);
  expect(countPieces(picture('#.#.', '.#.#'), 4)).toBe(4);
  expect(countPieces(picture('...#', '#...'), 4)).toBe(2);
  expect(countPieces(picture('###.', '#.#.', '###.', '...#'), 4)).toBe(2);
});

const trial = (person: number, mask: MaskTrial['mask'], probability: number, named: number): MaskTrial => ({
  ...{ network: 'a', person, mask, probability, named },
  ...{ covered: mask === null ? 0 : 0.1 * (person + 1), rank: probability > 0.5 ? 0 : 3 },
});

test('a name has changed where it is another than without the mask, be it nobody or somebody', () => {
  const trials = [
    ...[trial(0, null, 0.9, 0), trial(1, null, 0.8, 1), trial(2, null, 0.6, -1), trial(3, null, 0.95, 3)],
    ...[trial(0, 'nose', 0.7, 0), trial(1, 'nose', 0.4, -1), trial(2, 'nose', 0.3, -1), trial(3, 'nose', 0.2, 1)],
  ];
  const other = trials.map((one) => ({ ...one, network: 'b', named: one.person }));
  const rows = summarise({ photoOf: [0, 0, 0, 0], trials: [...trials, ...other] });
  expect(rows.map(({ network, title }) => `${network} ${title}`)).toEqual(['a none', 'a nose', 'b none', 'b nose']);
  expect(rows[0]).toMatchObject({ changed: 0, nobody: 0, other: 0, first: 4 });
  expect(rows[0]?.probability).toEqual([expect.closeTo(0.85, 10), 0.6, 0.95]);
  // The third face was nobody's before, too.
  expect(rows[1]).toMatchObject({ faces: 4, changed: 0.5, nobody: 0.25, other: 0.25, first: 1 });
  expect(rows[1]?.probability).toEqual([expect.closeTo(0.35, 10), 0.2, 0.7]);
  expect(rows[1]?.covered).toBeCloseTo(0.25, 10);
  expect(rows[3]).toMatchObject({ changed: 0, first: 1 });
});
