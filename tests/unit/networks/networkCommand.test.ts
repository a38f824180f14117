import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verify } from '../../../scripts/networks/checksum.mjs';
import { releases } from '../../../scripts/networks/releases.mjs';
import { type ReleaseServer, releaseServer } from './releaseServer';

const script = fileURLToPath(new URL('../../../scripts/network.mjs', import.meta.url));
const weights = 'rcmalli_vggface_tf_notop_vgg16.h5';
const megabyte = 2 ** 20;

let server: ReleaseServer;
let folder: string;
beforeEach(async () => {
  server = await releaseServer();
  folder = await mkdtemp(join(tmpdir(), 'fovea-networks-'));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** The command as a user starts it; `until` is asked now and then whether to press Ctrl+C. */
function run(
  given: readonly string[],
  until: () => Promise<boolean> = async () => false,
  place = folder,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...given, '--folder', place]);
    let out = '';
    let errors = '';
    let stopped = false;
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const timer = setInterval(async () => {
      if (!(await until()) || stopped) return;
      stopped = true;
      child.kill('SIGINT');
    }, 50);
    child.on('close', (code) => {
      clearInterval(timer);
      resolve({ code, out, errors });
    });
  });
}

const fetchNotop = (until?: () => Promise<boolean>) => run(['vggface-vgg16', '--notop', '--from', server.url], until);
const sizeOf = (name: string) =>
  stat(join(folder, name)).then(
    ({ size }) => size,
    () => 0,
  );
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

test('a network with its labels is downloaded and listed for the app', async () => {
  const files = new Map([
    ['rcmalli_vggface_tf_vgg16.h5', randomBytes(3 * megabyte)],
    ['rcmalli_vggface_labels_v1.npy', randomBytes(40_000)],
  ]);
  for (const [name, bytes] of files) server.files.set(name, bytes);
  const { code, out } = await run(['vggface-vgg16', '--from', server.url]);
  expect(code).toBe(0);
  expect(out).toContain('100 %');
  expect(out).toContain('no checksum is published');
  const { networks } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  expect(networks).toHaveLength(1);
  expect(networks[0]).toMatchObject({
    id: 'vggface-vgg16',
    preprocessing: { order: 'bgr', mean: [93.594, 104.7624, 129.1863], scale: 1 },
    files: [...files].map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  });
  for (const [name, bytes] of files) expect((await readFile(join(folder, name))).equals(bytes)).toBe(true);
  expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);

  // A second time nothing but what is missing is asked for.
  server.asked.length = 0;
  expect((await run(['vggface-vgg16', '--from', server.url])).out).toContain('is here already');
  expect(server.asked).toEqual([]);
});

test('a connection that breaks is taken up where it broke, in the same run', async () => {
  const bytes = randomBytes(3 * megabyte);
  server.files.set(weights, bytes);
  server.cut = { after: megabyte, end: 'drop' };
  const { code } = await fetchNotop();
  expect(code).toBe(0);
  expect(server.asked).toHaveLength(2);
  expect(server.asked[1]?.range).toMatch(/^bytes=[1-9]\d*-$/);
  expect((await readFile(join(folder, weights))).equals(bytes)).toBe(true);
});

test('a stopped download goes on in the next run, and begins anew where the file has changed since', async () => {
  const bytes = randomBytes(3 * megabyte);
  server.files.set(weights, bytes);
  server.cut = { after: megabyte, end: 'stall' };
  const stopped = await fetchNotop(async () => (await sizeOf(`${weights}.part`)) >= megabyte);
  expect(stopped.code).toBe(130);
  expect(stopped.errors).toContain('goes on where it stopped');
  expect(await sizeOf(weights)).toBe(0);

  server.cut = null;
  expect((await fetchNotop()).code).toBe(0);
  expect(server.asked.map(({ range }) => range)).toEqual([null, `bytes=${megabyte}-`]);
  expect((await readFile(join(folder, weights))).equals(bytes)).toBe(true);

  await rm(join(folder, weights));
  await rm(join(folder, `${weights}.sha256`));
  server.cut = { after: megabyte, end: 'stall' };
  await fetchNotop(async () => (await sizeOf(`${weights}.part`)) >= megabyte);
  const other = randomBytes(2 * megabyte);
  Object.assign(server, { cut: null, etag: '"two"' });
  server.files.set(weights, other);
  expect((await fetchNotop()).code).toBe(0);
  expect((await readFile(join(folder, weights))).equals(other)).toBe(true);
});

test.each([
  ['vggface-vgg16', ['rcmalli_vggface_tf_vgg16.h5', 'rcmalli_vggface_labels_v1.npy'], 93.594],
  ['vggface-resnet50', ['rcmalli_vggface_tf_resnet50.h5', 'rcmalli_vggface_labels_v2.npy'], 91.4953],
  ['vggface-senet50', ['rcmalli_vggface_tf_senet50.h5', 'rcmalli_vggface_labels_v2.npy'], 91.4953],
] as const)(
  '%s: stopped in its weights it goes on there, and is listed whole; so is it without top',
  async (...given) => {
    const [id, [heavy, labels], mean] = given;
    const notop = heavy.replace('_tf_', '_tf_notop_');
    const sizes: readonly (readonly [string, number])[] = [
      [heavy, 2 * megabyte],
      [labels, 9_000],
      [notop, 7_000],
    ];
    for (const [name, size] of sizes) server.files.set(name, randomBytes(size));
    server.cut = { after: megabyte, end: 'stall' };
    const get = (...more: readonly string[]) => run([id, ...more, '--from', server.url]);
    const stopped = await run([id, '--from', server.url], async () => (await sizeOf(`${heavy}.part`)) >= megabyte);
    expect(stopped.code).toBe(130);
    // Nothing that is not whole is offered.
    expect(await readdir(folder)).not.toContain('index.json');
    server.cut = null;
    const { code, out } = await get();
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`${heavy}: [\\d.]+ of 2\\.1 MB, \\d+ %`));
    expect(server.asked).toEqual([
      { name: heavy, range: null },
      { name: heavy, range: `bytes=${megabyte}-` },
      { name: labels, range: null },
    ]);
    expect((await get('--notop')).code).toBe(0);
    const { networks } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
    expect(networks.map((one: { id: string }) => one.id)).toEqual([id, `${id}-notop`]);
    for (const { preprocessing, files } of networks) {
      expect(preprocessing).toMatchObject({ order: 'bgr', mean: [mean, expect.any(Number), expect.any(Number)] });
      for (const { name, sha256: listed } of files) {
        expect(listed).toBe(sha256(await readFile(join(folder, name))));
        expect(listed).toBe(sha256(server.files.get(name) ?? Buffer.alloc(0)));
        expect(await readFile(join(folder, `${name}.sha256`), 'utf8')).toBe(`${listed}  ${name}\n`);
      }
    }
  },
);

test('where a checksum is published, a file that has it is taken for the released one, and another is not', async () => {
  const { signal } = new AbortController();
  const path = join(folder, 'released');
  const bytes = randomBytes(10_000);
  await writeFile(path, bytes);
  const md5 = createHash('md5').update(bytes).digest('hex');
  expect(await verify(signal, { path, target: path, md5 })).toEqual({ sha256: sha256(bytes), checked: 'published' });
  await writeFile(path, bytes.subarray(1));
  await expect(verify(signal, { path, target: path, md5 })).rejects.toThrow(`the published MD5 is ${md5}`);
});

test('ImageNet’s weights and names are both held against published checksums', async () => {
  const [heavy, names] = ['vgg16_weights_tf_dim_ordering_tf_kernels.h5', 'imagenet_class_index.json'];
  for (const name of [heavy, names]) server.files.set(name, randomBytes(10_000));
  const { code, errors } = await run(['imagenet-vgg16', '--from', server.url]);
  expect(code).toBe(1);
  expect(errors).toContain(`${heavy} is not what it should be: the published MD5 is 64373286793e3c8b2b4e3219cbf3544b`);
  expect(await readdir(folder)).toEqual([]);
  const release = releases.find(({ id }) => id === 'imagenet-vgg16');
  expect(release?.files.every(({ md5 }) => /^[0-9a-f]{32}$/.test(md5 ?? ''))).toBe(true);
});

test('a file with another checksum than the published one is refused and deleted', async () => {
  server.files.set('vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5', randomBytes(10_000));
  const { code, errors } = await run(['imagenet-vgg16', '--notop', '--from', server.url]);
  expect(code).toBe(1);
  expect(errors).toContain('6d6bbae143d832006294945121d1f1fc');
  expect(errors).not.toContain('    at ');
  expect(await readdir(folder)).toEqual([]);
});

test('where no checksum is published, a later download has to be the first one again', async () => {
  server.files.set(weights, randomBytes(10_000));
  expect((await fetchNotop()).code).toBe(0);
  await rm(join(folder, weights));
  server.files.set(weights, randomBytes(10_000));
  const { code, errors } = await fetchNotop();
  expect(code).toBe(1);
  expect(errors).toContain('the SHA-256 of its first download');
  expect(await sizeOf(weights)).toBe(0);
});

test('a file that lay there before any download is used, and never taken for the released one', async () => {
  await writeFile(join(folder, weights), 'of unknown origin');
  expect((await fetchNotop()).out).toContain('nothing tells whether it is the released one');
  expect(await readdir(folder)).not.toContain(`${weights}.sha256`);
  await rm(join(folder, weights));
  server.files.set(weights, randomBytes(10_000));
  expect((await fetchNotop()).code).toBe(0);
});

test('a file that is not there, a host that cannot be reached and an unknown name are told with a remedy', async () => {
  const missing = await fetchNotop();
  expect(missing.code).toBe(1);
  expect(missing.errors).toContain(`There is nothing at ${server.url}${weights} (404).`);
  expect(missing.errors).toContain('--from');

  const gone = await releaseServer();
  await gone.close();
  const unreachable = await run(['vggface-vgg16', '--notop', '--from', gone.url]);
  expect(unreachable.code).toBe(1);
  expect(unreachable.errors).toContain('cannot be reached (ECONNREFUSED)');

  const unknown = await run(['vggface-vgg17']);
  expect(unknown.code).toBe(1);
  expect(unknown.errors).toContain('There is no network “vggface-vgg17”.');
  expect(unknown.errors).toContain('imagenet-vgg16');
});

test('the list tells what is here', async () => {
  server.files.set(weights, randomBytes(2 * megabyte));
  await fetchNotop();
  const { out } = await run(['--list']);
  expect(out).toContain('vggface-vgg16-notop: here, 2 MB');
  expect(out).toContain('not here yet');
});

test('a folder that is a file, or lies in one, is told without a stack', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  for (const [place, words] of [
    [file, `${file} is a file.`],
    [join(file, 'below'), 'is a file, or lies in one.'],
  ] as const) {
    const { code, errors } = await run(['vggface-vgg16', '--notop', '--from', server.url], undefined, place);
    expect(code).toBe(1);
    expect(errors).toContain(words);
    expect(errors).toContain('--folder');
    expect(errors).not.toContain('    at ');
  }
  expect(server.asked).toEqual([]);
});

test('a folder in the place of a download is told without a stack, and stays', async () => {
  await mkdir(join(folder, weights));
  server.files.set(weights, randomBytes(10_000));
  const { code, errors } = await fetchNotop();
  expect(code).toBe(1);
  expect(errors).toContain(`${join(folder, weights)} is a folder.`);
  expect(errors).not.toContain('    at ');
  expect((await stat(join(folder, weights))).isDirectory()).toBe(true);
});

test('the options are told when they are asked for', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  for (const option of ['vggface-vgg16', '--notop', '--list', '--from', '--folder']) expect(out).toContain(option);
});
