import { FoveaError } from '../../../shared/errors';
import { type PickleValue, readPickle } from './readPickle';

/**
 * The texts of a pickled list, or of a NumPy array of Python objects as `numpy.save` writes it.
 * @throws FoveaError when it holds anything else
 */
export function pickledStrings(name: string, bytes: Uint8Array): readonly string[] {
  let found: PickleValue;
  try {
    found = readPickle(bytes);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw refuse(name, why, cause);
  }
  const list = Array.isArray(found) ? found : arrayState(found);
  if (list === null || !list.every((item): item is string => typeof item === 'string'))
    throw refuse(name, 'it is no list of texts');
  return list;
}

/** An array's state is (version, shape, type, column by column, list of its objects). */
function arrayState(value: PickleValue): readonly PickleValue[] | null {
  if (typeof value !== 'object' || value === null || !('made' in value) || value.made !== 'array') return null;
  const state = value.state;
  const list = Array.isArray(state) ? state[4] : null;
  return Array.isArray(list) ? list : null;
}

const refuse = (name: string, why: string, cause?: unknown) =>
  new FoveaError(
    `The label file ${name} cannot be read: ${why}.`,
    'Save it as a text with one name a line, or as an array of texts.',
    { cause },
  );
