import type { NetworkSource } from '../../../shared/network';
import type { Graph, Weight } from '../graph';
import { faceApiResnet } from './faceApiResnet';
import { faceApiSeparable } from './faceApiSeparable';
import { faceApiSsd } from './faceApiSsd';

type Architecture = Extract<NetworkSource, { format: 'face-api' }>['architecture'];

/** The graph that belongs to the weights of a face-api manifest. @throws FoveaError if a weight is missing */
export function faceApiGraph(architecture: Architecture, weights: ReadonlyMap<string, Weight>): Graph {
  switch (architecture) {
    case 'recognition':
      return faceApiResnet(weights);
    case 'expression':
      return faceApiSeparable(weights, 'softmax');
    case 'landmarks':
      return faceApiSeparable(weights, 'linear');
    case 'detector':
      return faceApiSsd(weights);
  }
}
