import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

const folder = new URL('../../fixtures/golden/seed-7/', import.meta.url);

export interface GoldenAscent {
  readonly layer: string;
  readonly filter: number;
  readonly steps: number;
  readonly start: readonly number[];
  readonly losses: readonly number[];
  readonly image: readonly number[];
}

/** PyTorch's answers for the small network's ascents. */
export async function goldenAscents(): Promise<readonly GoldenAscent[]> {
  const answers: { ascent: GoldenAscent[] } = JSON.parse(await readFile(new URL('answers.json', folder), 'utf8'));
  return answers.ascent;
}

/** Hands the small 64×64 network to the page as a script would; returns its id. */
export async function addGolden(page: Page, name = 'golden'): Promise<string> {
  const files = await Promise.all(
    ['model.json', 'weights.bin'].map(async (file) => ({
      name: file,
      base64: (await readFile(new URL(file, folder))).toString('base64'),
    })),
  );
  return page.evaluate(
    async ({ contents, title }) => {
      const made = await Promise.all(
        contents.map(async (file) => {
          const bytes = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0));
          return new File([bytes], file.name);
        }),
      );
      return (await window.fovea.addNetwork(made, { name: title })).id;
    },
    { contents: files, title: name },
  );
}

/** Shows a layer of the small network, so that the page's own work is soon done. */
export async function showGolden(page: Page, id: string, layer = 'conv1_1'): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#network=${id}&layer=${layer}`);
}

export interface GoldenMap {
  readonly layer: string;
  readonly width: number;
  /** Raw Grad-CAM of the top class, row by row. */
  readonly values: readonly number[];
}

/** PyTorch's answers for the small network's picture: its logits, the top class and Grad-CAM at two layers. */
export async function goldenMaps() {
  const answers: {
    top: number;
    logits: number[];
    cam: Record<string, { shape: number[]; gradCamRaw: readonly (readonly number[])[] | readonly number[] }>;
  } = JSON.parse(await readFile(new URL('answers.json', folder), 'utf8'));
  const maps = Object.entries(answers.cam).map(([layer, { gradCamRaw }]): GoldenMap => {
    const values = gradCamRaw.flat() as number[];
    return { layer, width: Math.sqrt(values.length), values };
  });
  return { top: answers.top, logits: answers.logits, maps };
}

/** The small network's picture, for which PyTorch gave its answers, in base64. */
export const goldenPicture = async (): Promise<string> =>
  (await readFile(new URL('input.png', folder))).toString('base64');
