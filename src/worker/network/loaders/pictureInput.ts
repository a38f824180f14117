import type { Node } from '../graph';

/** What the summary calls the layer that pictures come in by. */
export const inputLabel = 'InputLayer';

/**
 * The node that takes pictures in, and for a network with one channel the one that makes it of three: Fovea's pictures
 * have three channels everywhere, and grey ones three times the same.
 * @param name of the layer as the file has it: the last of these nodes has it
 * @returns null for another number of channels
 */
export function pictureInput(
  name: string,
  [height, width]: readonly [number, number],
  channels: number | null | undefined,
): readonly Node[] | null {
  const input = { kind: 'input', inputs: [], shape: [height, width, 3], parameters: 0 } as const;
  if (channels === 3) return [{ ...input, name, listed: true }];
  if (channels !== 1) return null;
  const colour = `${name}/picture`;
  return [
    { ...input, name: colour, listed: false, grey: true },
    {
      kind: 'reduce',
      operation: 'mean',
      axes: [2],
      keepDimensions: true,
      name,
      inputs: [colour],
      parameters: 0,
      listed: true,
      label: inputLabel,
    },
  ];
}
