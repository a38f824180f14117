import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../../scripts/serveFolder.mjs';

let folder = '';
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fovea-serve-'));
  await mkdir(join(folder, 'site'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'site', 'index.html'), '<p>home</p>');
  await writeFile(join(folder, 'site', 'kernel.wasm'), 'wasm');
  server = await serveFolder({ folder: join(folder, 'site'), prefix: '/sub/folder/' });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** The status of a path taken literally: `fetch` would resolve its dots. */
const statusOf = (path: string) =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });

test('serves the sub-folder, with types and no special headers', async () => {
  const home = await fetch(server.url);
  expect(await home.text()).toBe('<p>home</p>');
  expect(home.headers.get('cross-origin-opener-policy')).toBeNull();
  expect((await fetch(`${server.url}kernel.wasm`)).headers.get('content-type')).toBe('application/wasm');
});

test.each(['/', '/sub/', '/sub/folder/none.js', '/sub/folder/../../secret.txt', '/sub/folder/%2e%2e%2fsecret.txt'])(
  'has nothing at %s',
  async (path) => expect(await statusOf(path)).toBe(404),
);

test('survives an address that cannot be decoded', async () => {
  expect(await statusOf('/sub/folder/%')).toBe(404);
  expect(await statusOf('/sub/folder/')).toBe(200);
});
