import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkTree } from '../../scripts/imports/checkTree.mjs';
import { readSources } from '../../scripts/imports/readSources.mjs';

/** What the check says about a file at `path` with this code, beside a few files to import from. */
function complaints(path: string, code: string): string[] {
  const others = [
    'page/panels/faces/Faces.tsx',
    'page/panels/filters/Tile.tsx',
    'page/flows/showLayer.ts',
    'page/engine/pool.ts',
    'page/ui/Button.tsx',
    'page/state/tiles.ts',
    'worker/main.ts',
    'worker/breathe.ts',
    'worker/explain/ascent/ascend.ts',
    'worker/network/graph.ts',
    'worker/kernels/tensor.ts',
    'shared/protocol.ts',
  ];
  return checkTree(new Map([...others.map((other) => [other, ''] as const), [path, code]]));
}

test('the source keeps to the import directions', async () => {
  const sources = await readSources(fileURLToPath(new URL('../../src', import.meta.url)));
  expect(sources.size).toBeGreaterThan(20);
  expect(checkTree(sources)).toEqual([]);
});

test.each([
  ['page/flows/bad.ts', "import { main } from '../../worker/main';", 'crosses from one thread'],
  ['page/flows/bad.ts', "import type { Graph } from '../../worker/network/graph';", 'crosses from one thread'],
  ['worker/face/bad.ts', "import '../../page/state/tiles';", 'crosses from one thread'],
  ['shared/bad.ts', "import '../page/state/tiles';", '`shared` imports nothing'],
  ['shared/bad.ts', "import { object } from 'valibot';", '`shared` imports nothing'],
  ['page/panels/filters/Bad.tsx', "import { Faces } from '../faces/Faces';", 'panels never import each other'],
  ['page/ui/Bad.tsx', "import { pool } from '../engine/pool';", 'must not import'],
  ['page/paint/bad.ts', "import { showLayer } from '../flows/showLayer';", 'must not import'],
  ['page/state/bad.ts', "export * from '../flows/showLayer';", 'must not import'],
  ['page/engine/bad.ts', "const flow = import('../flows/showLayer');", 'must not import'],
  ['page/flows/bad.ts', "type Tile = import('../panels/filters/Tile').Tile;", 'must not import'],
  ['worker/kernels/bad.ts', "import '../network/graph';", 'must not import'],
  ['worker/network/bad.ts', "import '../explain/ascent/ascend';", 'must not import'],
  ['worker/explain/bad.ts', "import '../main';", 'must not import'],
  ['worker/bad.ts', "import './network/graph';", 'must not import'],
  ['page/attic/bad.ts', "import '../state/tiles';", 'no place in the house'],
  ['page/flows/bad.ts', "import { useState } from 'react';", 'knows no React'],
  ['page/paint/bad.ts', "import { createRoot } from 'react-dom/client';", 'knows no React'],
  ['page/state/bad.ts', "import { create } from 'zustand';", 'knows no React'],
  ['worker/face/bad.ts', "import { toast } from 'sonner';", 'knows no React'],
  ['worker/network/bad.ts', "import * as tf from '@tensorflow/tfjs-core';", 'only `worker/kernels`'],
  ['page/engine/bad.ts', "import '@tensorflow/tfjs-backend-webgl';", 'only `worker/kernels`'],
])('%s must not say %s', (path, code, complaint) => {
  expect(complaints(path, code)).toEqual([expect.stringContaining(complaint)]);
});

test.each([
  ['page/main.tsx', "import './flows/showLayer'; import './engine/pool';"],
  ['page/panels/filters/Good.tsx', "import './Tile'; import '../../ui/Button'; import { useState } from 'react';"],
  ['page/flows/good.ts', "import '../engine/pool'; import type { Call } from '../../shared/protocol';"],
  ['page/state/good.ts', "import { createStore } from 'zustand/vanilla';"],
  [
    'page/engine/good.ts',
    "import Bridge from '../../worker/main?worker'; const text = \"import 'react'\"; // import 'react'",
  ],
  ['worker/kernels/good.ts', "import * as tf from '@tensorflow/tfjs-core';"],
  ['worker/explain/good.ts', "import '../network/graph'; import '../kernels/tensor'; import '../breathe';"],
])('%s may say %s', (path, code) => {
  expect(complaints(path, code)).toEqual([]);
});

test('circles of imports are found, through type imports too', () => {
  const sources = new Map([
    ['shared/a.ts', "import type { B } from './b';"],
    ['shared/b.ts', "export * from './c';"],
    ['shared/c.ts', "import './a';"],
    ['shared/d.ts', "import './a';"],
  ]);
  expect(checkTree(sources)).toEqual(['A circle of imports: shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts.']);
});
