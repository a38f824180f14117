import type { LoadedNetwork } from '../../shared/network';

/** Layers of the networks that come along whose filters show parts of faces. */
const worthALook: Readonly<Record<string, string>> = {
  'dlib-resnet': 'conv64_3',
  'hse-mobilenet': 'conv_pw_8_relu',
};

/** A layer to begin with: a known good one, else the convolution two thirds down, else the last with filters. */
export function defaultLayer({ info, layers }: LoadedNetwork): string | null {
  const known = layers.find(({ name }) => name === worthALook[info.id]);
  const filtered = layers.filter(({ filters }) => filters > 0);
  const convolutions = filtered.filter(({ kind }) => kind === 'Conv2D');
  const deep = convolutions[Math.floor((convolutions.length * 2) / 3)];
  return (known ?? deep ?? filtered.at(-1))?.name ?? null;
}
