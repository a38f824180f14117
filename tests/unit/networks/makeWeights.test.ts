import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../../scripts/makeWeights.mjs', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fovea-weights-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const make = (...given: readonly string[]) =>
  new Promise<{ code: number; errors: string }>((resolve) => {
    execFile(process.execPath, [script, ...given], (error, _, errors) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, errors }),
    );
  });

test('a small network is written', async () => {
  const path = join(folder, 'below', 'small.h5');
  expect(await make('vggface-vgg16', path, '--divide=16', '--size=32', '--classes=5')).toEqual({ code: 0, errors: '' });
  // 14,714,688 parameters over 16², and a few more of 4 bytes each.
  expect((await stat(path)).size).toBeGreaterThan((4 * 14_714_688) / 256);
});

test.each([
  [['vggface-vgg16', '--divide=abc'], '--divide takes a whole number from 1: “abc” is none.'],
  [['vggface-vgg16', '--classes=0'], '--classes takes a whole number from 1'],
  [['vggface-vgg16', '--seed=1.5'], '--seed takes a whole number from 1'],
  [['vggface-vgg16', '--size=100'], '--size takes a multiple of 32: 100 is none.'],
  [['vggface-senet50', '--divide=32'], 'kernel of conv2_1_1x1_down would be 1 × 1 × 8 × 0.'],
  [['vggface-vgg17'], 'There is no network “vggface-vgg17”.'],
  [['vggface-vgg16', '--top'], "Unknown option '--top'"],
])('%j is told without a stack, and nothing is written', async (given, words) => {
  const { code, errors } = await make(...given, join(folder, 'x.h5'));
  expect(code).toBe(2);
  expect(errors).toContain(words);
  expect(errors).not.toContain('    at ');
  expect(await readdir(folder)).toEqual([]);
});

test('a place that cannot be written is told without a stack', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  for (const [path, words] of [
    [folder, `${folder} is a folder.`],
    [join(file, 'x.h5'), `${file} is a file.`],
  ] as const) {
    const { code, errors } = await make('vggface-vgg16', path, '--divide=64', '--size=32');
    expect(code).toBe(2);
    expect(errors).toContain(words);
    expect(errors).not.toContain('    at ');
  }
});
