import { expect, test, vi } from 'vitest';
import { compareForConsole } from '../../../src/page/flows/console/compareForConsole';
import { explanationStore } from '../../../src/page/state/explanation';

vi.mock('../../../src/page/engine/samples', () => ({ samplePhotos: [] }));
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));
vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({ device: async () => ({ workers: 1 }) }) }));
vi.mock('../../../src/page/flows/loadNetwork', () => ({
  loadNetwork: async () => ({
    info: { id: 'net', name: 'Net', hash: 'h' },
    layers: ['early', 'late'].map((name) => ({ name, kind: 'Conv2D', outputShape: [7, 7, 8] })),
  }),
}));
vi.mock('../../../src/page/flows/people/studyPlan', () => ({
  studyPlan: (_: AbortSignal, { layer }: { layer: string }) => Promise.reject(new Error(`measured at ${layer}`)),
}));

const photos = [{ picture: new Blob(['x']) }];

test('fovea.compare looks at the network’s last map, whatever layer the Faces bench shows', async () => {
  explanationStore.setState({ layers: new Map([['net', 'early']]) });
  await expect(compareForConsole({ network: 'net', photos })).rejects.toThrow('measured at late');
  await expect(compareForConsole({ network: 'net', photos, layer: 'early' })).rejects.toThrow('measured at early');
  await expect(compareForConsole({ network: 'net', photos, layer: 'none' })).rejects.toThrow('no layer “none”');
});
