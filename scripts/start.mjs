/**
 * `npm start`: builds the app, serves it, and opens it in the browser where there is a desktop to open it on.
 * `npm start -- --port 8080 --host 0.0.0.0` chooses where it listens.
 */
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';

const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
const hasDesktop =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY ?? process.env.WSL_DISTRO_NAME);

await build();
const server = await preview({
  preview: {
    open: hasDesktop && process.env.CI === undefined,
    ...(values.port === undefined ? {} : { port: Number(values.port), strictPort: true }),
    ...(values.host === undefined ? {} : { host: values.host }),
  },
});
server.printUrls();
console.log('  Fovea runs until you press Ctrl+C.');
