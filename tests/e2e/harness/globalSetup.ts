import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildApp } from '../../../scripts/buildApp.mjs';
import { serveFolder } from '../../../scripts/serveFolder.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served: a sub-folder, with a slash at the end. */
    appUrl: string;
  }
}

/** Builds the app once for all projects, as a stranger would, and serves it in a sub-folder of a plain static host. */
export default async function buildAndServe(project: TestProject): Promise<() => Promise<void>> {
  const built = project.vitest.projects.map((other) => other.getProvidedContext().appUrl).find((url) => url);
  if (built !== undefined) {
    project.provide('appUrl', built);
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), 'fovea-e2e-'));
  await buildApp(folder);
  const server = await serveFolder({ folder, prefix: '/demos/fovea/' });
  project.provide('appUrl', server.url);
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}
