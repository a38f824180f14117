import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../tests/bench/peers/torchAscent.py', import.meta.url));

/**
 * PyTorch in a process of its own, asked one line at a time.
 * @param {string} python its interpreter
 * @param {number} threads
 */
export async function openTorch(python, threads) {
  const child = spawn(python, [script, String(threads)], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const gone = new Promise((_, reject) => {
    child.on('error', reject);
    child.on('exit', () =>
      reject(new Error(`${python} has no PyTorch to compare with:\n${said.trim().split('\n').at(-1)}`)),
    );
  });
  gone.catch(() => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  /** @returns {Promise<any>} */
  const next = async () => JSON.parse((await Promise.race([lines.next(), gone])).value ?? 'null');
  /** @param {object} request */
  const ask = (request) => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    return next();
  };
  const { name } = await next();
  return {
    /** @type {string} */
    name,
    /** @param {string} layer @param {number} size */
    prepare: (layer, size) => ask({ layer, size }),
    /** @param {number} steps @returns {Promise<number>} milliseconds a step */
    turn: async (steps) => (await ask({ steps })).milliseconds,
    close: () => child.kill(),
  };
}
