import { LoadedGraph } from '../../../src/worker/network/loadedGraph';
import { loadNetwork } from '../../../src/worker/network/loaders/loadNetwork';

export interface GoldenAscent {
  readonly layer: string;
  readonly filter: number;
  readonly steps: number;
  readonly start: number[];
  readonly losses: number[];
  readonly image: number[];
}

export interface GoldenCam {
  /** Height and width. */
  readonly shape: number[];
  readonly activation: number[];
  readonly gradient: number[];
  readonly gradCamRaw: number[];
  /** 64×64 maps of the pytorch-grad-cam package. */
  readonly peer: Record<string, number[]>;
}

export interface GoldenAnswers {
  readonly logits: number[];
  readonly softmax: number[];
  readonly top: number;
  readonly inputGradient: number[];
  readonly cam: Record<string, GoldenCam>;
  readonly ascent: GoldenAscent[];
}

const addresses = import.meta.glob<string>('../../fixtures/golden/*/*.{json,bin}', {
  query: '?url',
  import: 'default',
  eager: true,
});

const fetchGolden = async (seed: number, name: string): Promise<Response> => {
  const address = addresses[`../../fixtures/golden/seed-${seed}/${name}`];
  if (address === undefined) throw new Error(`There is no fixture ${name} for seed ${seed}.`);
  return fetch(address);
};

const fetchFile = async (seed: number, name: string) =>
  new File([await (await fetchGolden(seed, name)).arrayBuffer()], name);

/** model.json and its one shard. */
export const goldenFiles = async (seed: number): Promise<[File, File]> => [
  await fetchFile(seed, 'model.json'),
  await fetchFile(seed, 'weights.bin'),
];

/** The golden network, through the loader that a user's files go through. */
export async function loadGolden(seed: number): Promise<LoadedGraph> {
  const files = await goldenFiles(seed);
  const network = await loadNetwork(
    new AbortController().signal,
    {
      id: `golden-${seed}`,
      name: `golden ${seed}`,
      source: { format: 'files', files },
      preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 / 255 },
    },
    () => undefined,
  );
  return new LoadedGraph(network);
}

export async function goldenAnswers(seed: number): Promise<GoldenAnswers> {
  return (await fetchGolden(seed, 'answers.json')).json();
}

/** The picture as network input, HWC. */
export async function goldenInput(seed: number): Promise<Float32Array<ArrayBuffer>> {
  const { rgb } = (await (await fetchGolden(seed, 'input.json')).json()) as { rgb: number[] };
  return Float32Array.from(rgb, (value) => value / 255);
}
