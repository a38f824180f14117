import { FoveaError } from '../../shared/errors';
import type { NetworkOutputs } from '../../shared/network';

/**
 * The outputs with these names for the classes that are as many as they; without names, as they are.
 * @throws FoveaError when the network has no classes, or another number of them
 */
export function withLabels(outputs: NetworkOutputs, labels: readonly string[] | undefined): NetworkOutputs {
  if (labels === undefined) return outputs;
  const named = outputs.classes.find((classes) => classes.labels.length === labels.length);
  if (named === undefined) throw mismatch(outputs, labels.length);
  const classes = outputs.classes.map((other) => (other === named ? { ...named, labels } : other));
  return { ...outputs, classes };
}

function mismatch({ classes }: NetworkOutputs, count: number): FoveaError {
  const found = classes.map(({ labels }) => labels.length).join(' and ');
  const has = found === '' ? 'the network has no classes' : `the network has ${found} classes`;
  return new FoveaError(
    `The label file names ${count} classes, but ${has}.`,
    'Choose the label file of this very network, or add the network without one.',
  );
}
