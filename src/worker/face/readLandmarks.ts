import type { Picture } from '../../shared/ascent';
import { apply } from '../../shared/geometry/affine';
import type { Affine, Point } from '../../shared/geometry/space';
import type { LoadedGraph } from '../network/loadedGraph';
import { runNetwork } from './runNetwork';

/**
 * The landmarks that the network sees in its input, in picture pixels. It gives x and y in turn, as shares of its
 * input.
 * @throws the signal's reason when aborted (nothing stays allocated)
 */
export async function readLandmarks(
  signal: AbortSignal,
  network: LoadedGraph,
  input: Picture,
  toPicture: Affine<'network', 'picture'>,
): Promise<Point<'picture'>[]> {
  const values = await runNetwork(signal, network, 'fc', [input]);
  return Array.from({ length: values.length / 2 }, (_, i) =>
    apply(toPicture, { x: (values[2 * i] ?? 0) * input.width, y: (values[2 * i + 1] ?? 0) * input.height }),
  );
}
