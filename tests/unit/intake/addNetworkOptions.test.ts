import { expect, test } from 'vitest';
import { readAddNetworkOptions } from '../../../src/page/intake/addNetworkOptions';

const file = new File(['x'], 'small.h5');
const preprocessing = { order: 'bgr', mean: [1, 2, 3], scale: 1 };

test('files with or without options are taken as they are', () => {
  expect(readAddNetworkOptions([file])).toEqual({ files: [file], options: {} });
  expect(readAddNetworkOptions(file)).toEqual({ files: [file], options: {} });
  expect(readAddNetworkOptions([file], { name: 'mine', preprocessing })).toEqual({
    files: [file],
    options: { name: 'mine', preprocessing },
  });
  expect(readAddNetworkOptions([file], { name: undefined }).options).toEqual({});
});

test.each([
  ['a name in the place of files', ['small.h5'], 'fovea.addNetwork: files is no list of File objects.'],
  ['names', [['small.h5']], 'fovea.addNetwork: files is no list of File objects.'],
  ['nothing', [], 'fovea.addNetwork: files is no list of File objects.'],
  ['an unknown option', [[file], { foo: 1 }], 'fovea.addNetwork: there is no option “foo”.'],
  ['a text as options', [[file], 'mine'], 'fovea.addNetwork: the options are no object.'],
  ['a number as name', [[file], { name: 5 }], 'fovea.addNetwork: name is no text, or an empty one.'],
  ['an unknown order', [[file], { preprocessing: { ...preprocessing, order: 'xyz' } }], 'there is no such order'],
  ['two means', [[file], { preprocessing: { ...preprocessing, mean: [1, 2] } }], 'its mean is not three numbers'],
  ['a text as preprocessing', [[file], { preprocessing: 'bgr' }], 'it is no object'],
])('%s is refused in words', (_, [files, options], message) => {
  expect(() => readAddNetworkOptions(files, options)).toThrow(message);
});
