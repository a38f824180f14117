import type { NetworkInfo } from './network';

/**
 * Why no map of a recognised face can be made, and what to do, in one sentence: a map explains an answer, and here is
 * none; null where there is one.
 * @param named whether the network's embedding has people to tell apart
 */
export function whyNoMap({ name, outputs }: Pick<NetworkInfo, 'name' | 'outputs'>, named: boolean): string | null {
  if (outputs.classes.length > 0) return null;
  if (outputs.embedding === null)
    return `There is no map: ${name} has neither classes nor an embedding, so there is no answer to explain; choose another network, or add this one with its last layers.`;
  if (!named)
    return `There is no map: ${name} answers with the people of the gallery, and nobody is in it; add people from photos, or this face.`;
  return null;
}
