/** What `npm run network` has put into networks/ is served beside the built app, as `npm start` serves it. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type PreviewServer, preview } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveNetworks } from '../../../scripts/serveNetworks.mjs';
import { readOffers } from '../../../src/page/intake/readOffers';
import { type ReleaseServer, releaseServer } from './releaseServer';

const script = fileURLToPath(new URL('../../../scripts/network.mjs', import.meta.url));
const weights = 'rcmalli_vggface_tf_notop_vgg16.h5';
const patience = 30_000;

let release: ReleaseServer;
let home: string;
let app: PreviewServer;
beforeEach(async () => {
  release = await releaseServer();
  home = await mkdtemp(join(tmpdir(), 'fovea-served-'));
  // As the build leaves it: the page, and an empty list of its own.
  await mkdir(join(home, 'dist/networks'), { recursive: true });
  await writeFile(join(home, 'dist/index.html'), '<!doctype html>');
  await writeFile(join(home, 'dist/networks/index.json'), '{"networks":[]}');
  app = await preview({
    configFile: false,
    root: home,
    logLevel: 'silent',
    plugins: [serveNetworks(join(home, 'networks'))],
    preview: { port: 0, host: '127.0.0.1' },
  });
});
afterEach(async () => {
  await app.close();
  await release.close();
  await rm(home, { recursive: true, force: true });
});

const ask = (path: string) => fetch(new URL(path, app.resolvedUrls?.local[0]));
const offers = async () => readOffers(await (await ask('networks/index.json')).json());

test(
  'the built app is offered what the command has downloaded, byte for byte, and nothing before',
  async () => {
    expect(await offers()).toEqual([]);
    const bytes = randomBytes(100_000);
    release.files.set(weights, bytes);
    const given = ['vggface-vgg16', '--notop', '--from', release.url, '--folder', join(home, 'networks')];
    await promisify(execFile)(process.execPath, [script, ...given]);
    const [offer] = await offers();
    expect(offer).toMatchObject({ id: 'vggface-vgg16-notop', files: [{ name: weights, bytes: 100_000 }] });
    expect(Buffer.from(await (await ask(`networks/${weights}`)).arrayBuffer()).equals(bytes)).toBe(true);
    expect((await ask('networks/other.h5')).status).toBe(404);
  },
  patience,
);
