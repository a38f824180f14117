import type { LayerInfo, LoadedNetwork } from '../../../../shared/network';

/**
 * The layers that the report shows: the last convolution of each block, that is before each fall of the resolution. Of
 * VGG16: conv1_2, conv2_2, conv3_3, conv4_3, conv5_3.
 */
export function figureLayers({ layers }: LoadedNetwork): readonly LayerInfo[] {
  const last = new Map<string, LayerInfo>();
  for (const layer of layers) {
    const [height = 0, width = 0, channels] = layer.outputShape;
    if (layer.kind !== 'Conv2D' || channels === undefined || layer.filters === 0 || height * width === 1) continue;
    last.set(`${height} ${width}`, layer);
  }
  return [...last.values()];
}

/** Tiles of one figure: 8 × 8. */
export const figureTiles = 64;
