import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** @type {Readonly<Record<string, string>>} */
const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * The file below `folder` that a request path names, or null where it leaves the folder or names none.
 * @param {string} folder
 * @param {string} path
 */
async function fileFor(folder, path) {
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(folder + sep)) return null;
  const isFile = await stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
  return isFile ? file : null;
}

/** The path of a request, or null where it cannot be decoded. @param {string} url */
function decodePath(url) {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/, ''));
  } catch {
    return null;
  }
}

/**
 * Serves a folder as the plainest of static hosts would: files with their types, no special headers, nothing else.
 * @param {{ folder: string, prefix?: string, port?: number }} options `prefix`: the sub-folder of the site, '/' or
 *   '/…/'
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends with the prefix
 */
export async function serveFolder({ folder, prefix = '/', port = 0 }) {
  const root = normalize(folder);
  const server = createServer(async (request, response) => {
    const path = decodePath(request.url ?? '/');
    const file = path?.startsWith(prefix) ? await fileFor(root, path.slice(prefix.length - 1)) : null;
    if (file === null) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(200, { 'content-type': contentTypes[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${prefix}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve(undefined)));
    },
  };
}
