/**
 * `npm run network -- vggface-vgg16`: downloads a network from its public release to where the app finds it, the folder
 * networks/. It goes on where it was stopped, and checks what it got. `--help` names the options.
 */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { verify } from './networks/checksum.mjs';
import { download } from './networks/download.mjs';
import { ofPlace, Problem } from './networks/problem.mjs';
import { releases } from './networks/releases.mjs';
import { showProgress } from './networks/showProgress.mjs';
import { readIndex, writeIndex } from './networks/writeIndex.mjs';

/** @typedef {import('./networks/releases.mjs').ReleaseFile} ReleaseFile */

const checks = {
  published: 'agrees with the published MD5',
  'first-download': 'agrees with its first download (no checksum is published)',
  recorded: 'no checksum is published: its SHA-256 stands beside it now, and later downloads are held against it',
};

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        notop: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        from: { type: 'string' },
        folder: { type: 'string', default: fileURLToPath(new URL('../networks/', import.meta.url)) },
      },
    });
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error), usage());
  }
}

const usage = () =>
  `npm run network -- ${releases.map(({ id }) => id).join(' | ')} [--notop] [--list] [--from address] [--folder path]`;

const help = () => `${usage()}

Downloads a network from its public release to where the app finds it, goes on where it was stopped, and checks what it got.

  --notop         the convolutions alone: no classes; of a VGG16 a tenth of the size
  --list          what there is, and what is here
  --from address  a folder of the web that has the same files
  --folder path   another place than networks/`;

/** @param {string} folder */
async function list(folder) {
  const here = await readIndex(folder);
  for (const { id, name, origin } of releases) {
    const found = here.filter((one) => one.id === id || one.id === `${id}-notop`);
    const bytes = (/** @type {{ files: readonly { bytes: number }[] }} */ { files }) =>
      files.reduce((sum, file) => sum + file.bytes, 0);
    const state = found.map((one) => `${one.id}: here, ${Math.round(bytes(one) / 1e6)} MB`).join('; ');
    console.log(`${id}\n  ${name}. ${origin.licence}.\n  ${state || 'not here yet'}`);
  }
}

/**
 * A file of the release in the folder, downloaded unless it is there already and right.
 * @param {AbortSignal} signal @param {ReleaseFile} file @param {{ folder: string, from: string | undefined }} options
 */
async function obtain(signal, { name, url, md5 }, { folder, from }) {
  const target = join(folder, name);
  const expected = md5 === undefined ? {} : { md5 };
  const here = await stat(target).catch(() => null);
  if (here?.isDirectory()) throw new Problem(`${target} is a folder.`, 'Move it away, or give another --folder.');
  if (here !== null) {
    const { size } = here;
    try {
      const { sha256, checked } = await verify(signal, { path: target, target, ...expected });
      const words = checked === 'unknown' ? '; nothing tells whether it is the released one' : '';
      console.log(`  ${name}: is here already, ${(size / 1e6).toFixed(1)} MB${words}`);
      return { name, bytes: size, sha256 };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      console.log(`  ${name}: is here, but damaged; once more`);
    }
  }
  const address = from === undefined ? url : new URL(name, from.endsWith('/') ? from : `${from}/`).href;
  const onProgress = showProgress(name, process.stdout);
  const { bytes, sha256, checked } = await download(signal, { url: address, target, ...expected, onProgress });
  console.log(`  ${name}: ${checks[/** @type {keyof typeof checks} */ (checked)]}`);
  return { name, bytes, sha256 };
}

/** @param {AbortSignal} signal */
async function main(signal) {
  const { values, positionals } = readArguments();
  if (values.help) return console.log(help());
  if (values.list) return list(values.folder);
  const [id] = positionals;
  const release = releases.find((one) => one.id === id);
  if (release === undefined || positionals.length !== 1)
    throw new Problem(id === undefined ? 'Which network?' : `There is no network “${positionals.join(' ')}”.`, usage());
  if (values.from !== undefined && !URL.canParse(values.from))
    throw new Problem(`“${values.from}” is no address.`, 'Give one that begins with https:// or http://.');
  await mkdir(values.folder, { recursive: true });
  const { name, preprocessing, origin } = release;
  console.log(`${name}${values.notop ? ', without top' : ''}. ${origin.licence}.`);
  const files = [];
  for (const file of values.notop ? release.notop : release.files)
    files.push(await obtain(signal, file, { folder: values.folder, from: values.from }));
  const suffix = values.notop ? { id: `${id}-notop`, name: `${name}, without top` } : { id: release.id, name };
  await writeIndex(values.folder, { ...suffix, files, preprocessing, origin });
  console.log('It is offered on the Networks bench now: npm start, or reload the page.');
}

const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => controller.abort(new Error('stopped')));
try {
  await main(controller.signal);
} catch (caught) {
  const error = ofPlace(caught, 'Give a folder that can be written with --folder.');
  if (controller.signal.aborted) {
    console.error('\nStopped. Run the command again: it goes on where it stopped.');
    process.exitCode = 130;
  } else if (error instanceof Problem) {
    console.error(`\n${error.message}\n${error.remedy}`);
    process.exitCode = 1;
  } else throw error;
}
