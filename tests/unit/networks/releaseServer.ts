import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface ReleaseServer {
  readonly url: string;
  /** What was asked for, in order: file name and the range, if any. */
  readonly asked: { readonly name: string; readonly range: string | null }[];
  readonly files: Map<string, Buffer>;
  /** Called instead of sending a file's end: how many bytes of the answer are sent before, and what happens then. */
  cut: { readonly after: number; readonly end: 'drop' | 'stall' } | null;
  etag: string;
  close(): Promise<void>;
}

/** A file server with ranges, as a release's host has them, that breaks off when it is told to. */
export async function releaseServer(): Promise<ReleaseServer> {
  const server = createServer((request, response) => answer(request, response));
  const release: ReleaseServer = {
    url: '',
    asked: [],
    files: new Map(),
    cut: null,
    etag: '"one"',
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  function answer(request: IncomingMessage, response: ServerResponse): void {
    const name = (request.url ?? '').split('/').at(-1) ?? '';
    const range = request.headers.range ?? null;
    release.asked.push({ name, range });
    const whole = release.files.get(name);
    if (whole === undefined) {
      response.writeHead(404).end('Not found');
      return;
    }
    const wanted = request.headers['if-range'] === release.etag ? Number(/\d+/.exec(range ?? '')?.[0] ?? 0) : 0;
    const body = whole.subarray(wanted);
    const partial = wanted > 0;
    response.writeHead(partial ? 206 : 200, {
      etag: release.etag,
      'content-length': body.length,
      ...(partial ? { 'content-range': `bytes ${wanted}-${whole.length - 1}/${whole.length}` } : {}),
    });
    const { cut } = release;
    if (cut === null || cut.after >= body.length) {
      response.end(body);
      return;
    }
    response.write(body.subarray(0, cut.after), () => {
      if (cut.end === 'drop') {
        release.cut = null;
        setTimeout(() => response.destroy(), 50);
      }
    });
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return Object.assign(release, { url: `http://127.0.0.1:${address.port}/release/` });
}
