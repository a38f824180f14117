import { expect, test, vi } from 'vitest';
import { findFaces } from '../../../src/page/flows/faces/findFaces';
import type { Photo } from '../../../src/page/intake/photo/photo';

const loading = vi.hoisted(() => [] as ((error: Error) => void)[]);
vi.mock('../../../src/page/engine/instance', () => ({
  engine: () => ({ loadNetwork: () => new Promise((_, reject) => loading.push(reject)) }),
}));
vi.mock('../../../src/page/engine/catalogue', () => ({ faceNetworks: { detector: {}, landmarks: {} } }));
vi.mock('../../../src/page/intake/photo/reducePhoto', () => ({
  reducePhoto: () => Promise.reject(new Error('no room')),
}));

test('where the photo cannot be read, the networks that fail after it are heard of', async () => {
  const unheard = vi.fn();
  process.on('unhandledRejection', unheard);
  try {
    await expect(findFaces(new AbortController().signal, {} as Photo)).rejects.toThrow('no room');
    for (const reject of loading) reject(new Error('no network'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(loading).toHaveLength(2);
    expect(unheard).not.toHaveBeenCalled();
  } finally {
    process.off('unhandledRejection', unheard);
  }
});
