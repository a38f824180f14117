import { expect, test } from 'vitest';
import { jsonLabels } from '../../../src/worker/convert/labels/jsonLabels';
import { npyLabels } from '../../../src/worker/convert/labels/npyLabels';
import { npyFile, objectArrayNpy, pickledArray } from '../../support/npyFiles';

const names = [' A.J._Buckley', 'Zoë Kravitz', 'Aamir_Khan'];
const refusal = (cause: string) => ({ name: 'FoveaError', message: expect.stringContaining(cause) });

test.each([2, 4] as const)('an array of Python objects, pickled by protocol %i', (protocol) => {
  expect(npyLabels('l', objectArrayNpy(names, protocol))).toEqual(names);
});

test('texts of fixed width: UTF-32 in both byte orders, and bytes', () => {
  const width = 13;
  const utf32 = (littleEndian: boolean) =>
    names.flatMap((name) => {
      const view = new DataView(new ArrayBuffer(4 * width));
      for (const [i, character] of [...name].entries())
        view.setUint32(4 * i, character.codePointAt(0) ?? 0, littleEndian);
      return [...new Uint8Array(view.buffer)];
    });
  expect(npyLabels('l', npyFile(`<U${width}`, '(3,)', utf32(true)))).toEqual(names);
  expect(npyLabels('l', npyFile(`>U${width}`, '(3, 1)', utf32(false)))).toEqual(names);
  const bytes = ['a', 'bc'].flatMap((name) => [...new TextEncoder().encode(name.padEnd(4, '\0'))]);
  expect(npyLabels('l', npyFile('|S4', '(2,)', bytes))).toEqual(['a', 'bc']);
});

test('a pickle that would call something is refused by what it names', () => {
  const text = (value: string) => [...new TextEncoder().encode(value)];
  const program = [0x80, 2, 0x63, ...text('os\nsystem\n'), 0x58, 2, 0, 0, 0, ...text('id'), 0x85, 0x52, 0x2e];
  expect(() => npyLabels('l', npyFile('|O', '(1,)', program))).toThrow(expect.objectContaining(refusal('os.system')));
  const getattr = [0x80, 2, 0x63, ...text('builtins\ngetattr\n'), 0x2e];
  expect(() => npyLabels('l', npyFile('|O', '(1,)', getattr))).toThrow(
    expect.objectContaining(refusal('builtins.getattr')),
  );
  // INST, OBJ, NEWOBJ, EXT1, PERSID: ways to make and to call objects.
  for (const code of [0x69, 0x6f, 0x81, 0x82, 0x50, 0x51, 0x92])
    expect(() => npyLabels('l', npyFile('|O', '(1,)', [0x80, 2, 0x5d, code, 0x2e]))).toThrow(
      expect.objectContaining(refusal(`0x${code.toString(16)}`)),
    );
});

test('other arrays, other counts, and files that break off are refused', () => {
  expect(() => npyLabels('l', npyFile('<f4', '(2,)', [0, 0, 0, 0, 0, 0, 0, 0]))).toThrow(/type <f4/);
  expect(() => npyLabels('l', npyFile('|O', '(4,)', pickledArray(names)))).toThrow(/3 texts where its header says 4/);
  expect(() => npyLabels('l', npyFile('<U2', '(3,)', [0]))).toThrow(/1 bytes where 3 texts/);
  const whole = objectArrayNpy(names);
  for (let end = 6; end < whole.length; end++)
    expect(() => npyLabels('l', whole.slice(0, end))).toThrow(expect.objectContaining({ name: 'FoveaError' }));
});

test('JSON: a list, pairs, Keras’s class index, the classes of a folder; null for anything else', () => {
  expect(jsonLabels(['a', 'b'])).toEqual(['a', 'b']);
  expect(
    jsonLabels([
      ['n1', 'a'],
      ['n2', 'b'],
    ]),
  ).toEqual(['a', 'b']);
  expect(jsonLabels({ 1: ['n2', 'b'], 0: ['n1', 'a'] })).toEqual(['a', 'b']);
  expect(jsonLabels({ b: 1, a: 0 })).toEqual(['a', 'b']);
  expect(jsonLabels({ b: 2, a: 0 })).toBeNull();
  expect(jsonLabels({ name: 'x' })).toBeNull();
  expect(jsonLabels([1, 2])).toBeNull();
});
