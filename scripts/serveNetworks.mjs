import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ownFolder = fileURLToPath(new URL('../networks/', import.meta.url));

/**
 * Serves the folder networks/ at /networks/ while the app is developed or previewed (`npm start`): what
 * `npm run network` downloaded is of the page's own origin there. It is not copied into the build: hundreds of
 * megabytes would be copied each time, and their licences forbid shipping them along unseen.
 * @param {string} [folder]
 * @returns {import('vite').Plugin}
 */
export function serveNetworks(folder = ownFolder) {
  const answer = answerFrom(folder);
  return {
    name: 'serve-networks',
    configureServer: (server) => void server.middlewares.use(answer),
    configurePreviewServer: (server) => void server.middlewares.use(answer),
  };
}

/** @param {string} folder @returns {import('vite').Connect.NextHandleFunction} */
const answerFrom = (folder) => (request, response, next) => {
  const [, name] = /^\/networks\/([\w.-]+)(?:\?|$)/.exec(request.url ?? '') ?? [];
  if (name === undefined || name.startsWith('.') || !/\.(json|h5|npy|keras|bin|txt|zip)$/.test(name)) return next();
  const path = join(folder, name);
  stat(path).then(
    ({ size }) => {
      const type = name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-length': size, 'cache-control': 'no-cache' });
      if (request.method === 'HEAD') response.end();
      else createReadStream(path).pipe(response);
    },
    // The build has an empty index of its own; for anything else the page would be answered.
    () => (name === 'index.json' ? next() : response.writeHead(404).end()),
  );
};
