import type { Calls } from '../../shared/protocol';
import { detectFaces } from '../face/detectFaces';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['detect']['arguments'];
type Result = Calls['detect']['result'];

/** All faces of a picture. */
export async function detect(
  signal: AbortSignal,
  shelf: NetworkShelf,
  { detector, landmarks, picture, ...options }: Arguments,
): Promise<Result> {
  const networks = { detector: shelf.get(detector), landmarks: shelf.get(landmarks) };
  return detectFaces(signal, networks, picture, options);
}
