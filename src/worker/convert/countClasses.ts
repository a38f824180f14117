import { checkKerasModel } from '../network/loaders/layersModelSchema';
import { listLayers } from './keras/listLayers';

/** How many classes a Keras model tells apart, 0 for one that ends otherwise; null for a TensorFlow graph. */
export function countClasses(topology: unknown): number | null {
  if (typeof topology === 'object' && topology !== null && 'node' in topology) return null;
  const layers = listLayers(checkKerasModel(topology)).map(({ layer }) => layer);
  const dense = layers.findLast(({ class_name }) => class_name === 'Dense');
  const after = dense === undefined ? [] : layers.slice(layers.indexOf(dense) + 1);
  const ends = after.every(({ class_name }) => class_name === 'Activation' || class_name === 'Softmax');
  const units = dense?.config.units;
  return ends && typeof units === 'number' ? units : 0;
}
