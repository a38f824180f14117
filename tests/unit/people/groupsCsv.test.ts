import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchGroups } from '../../../src/page/intake/people/matchGroups';
import { parseCsv } from '../../../src/page/intake/people/parseCsv';
import { readGroupsCsv } from '../../../src/page/intake/people/readGroupsCsv';
import { csv } from '../../../src/shared/csv';

const signal = new AbortController().signal;
const read = (...parts: BlobPart[]) => readGroupsCsv(signal, new Blob(parts));
const cells = (text: string) => parseCsv(text, '').map((record) => record.cells);

describe('records', () => {
  it('may hold separators, line breaks and quotes in quotes, and end in three ways', () => {
    expect(cells('a,"b, c"\r\n"d ""e""","f\ng"\rh,i')).toEqual([
      ['a', 'b, c'],
      ['d "e"', 'f\ng'],
      ['h', 'i'],
    ]);
    expect(cells('a;b,c;d\n1;2;3')).toEqual([
      ['a', 'b,c', 'd'],
      ['1', '2', '3'],
    ]);
    expect(cells('a\tb\n\n  \nc\td\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('know the line on which they begin', () => {
    expect(parseCsv('a,"1\n2\r\n3"\nb,4\n\nc,5', '').map(({ line }) => line)).toEqual([1, 4, 6]);
    expect(() => parseCsv('a,b\nc,"d\n\n', '')).toThrow('Line 2: a quote begins here and never ends.');
    expect(() => parseCsv('a,b\n"c"d,e', '')).toThrow('Line 2: “d” follows a closing quote.');
  });

  it('come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '"', '\n', '\r', 'é', '\t') });
    // The writer puts an apostrophe before formulas, and a record of one blank cell is an empty line.
    const safe = cell.map((text) => `x${text}`);
    const table = fc.array(fc.array(safe, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        expect(cells(csv([['x', 'x,'], ...rows])).slice(1)).toEqual(rows);
      }),
    );
  });
});

describe('the table of groups', () => {
  it('is read with a head line or without, columns in any order', async () => {
    const anna = { file: 'anna.jpg', person: 'Anna', group: 'North' };
    expect(await read('anna.jpg,Anna,North\n')).toEqual([{ line: 1, ...anna }]);
    expect(await read('Group;Filename;Person;Note\nNorth;anna.jpg;Anna;x')).toEqual([{ line: 2, ...anna }]);
    expect(await read('anna.jpg,North')).toEqual([{ line: 1, ...anna, person: null }]);
    expect(await read('file,person\nanna.jpg, ')).toEqual([{ line: 2, file: 'anna.jpg', person: null, group: null }]);
  });

  it('comes in the encodings that spreadsheets write', async () => {
    const wanted = [{ line: 1, file: 'rené.jpg', person: null, group: 'Süd' }];
    const text = 'rené.jpg;Süd';
    expect(await read('\ufeff', text)).toEqual(wanted);
    expect(await read(Uint8Array.from(text, (c) => c.charCodeAt(0)))).toEqual(wanted);
    expect(
      await read(Uint8Array.of(0xff, 0xfe), new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer)),
    ).toEqual(wanted);
  });

  it.each([
    ['', 'The table is empty.'],
    ['file,group\n', 'The table has a head line and no other.'],
    ['only\nnames', 'Line 1: the table has 1 column and no head line that names them.'],
    ['person,group\nAnna,A', 'Line 1: no column is called “file”.'],
    ['file,size\na.jpg,3', 'Line 1: no column is called “group” or “person”.'],
    ['a.jpg,A\nb.jpg,x,B', 'Line 2 has 3 fields; the first line has 2.'],
    ['a.jpg,A\nb.jpg', 'Line 2 has 1 field; the first line has 2.'],
    ['a.jpg,A\n,B', 'Line 2 names no file.'],
    ['a.jpg,A\nb.jpg,A\na.jpg,B', 'Lines 1 and 3 say different things of “a.jpg”.'],
    [`a.jpg,${'x'.repeat(81)}`, 'Line 1: the group’s name has more than 80 characters.'],
  ])('says what is wrong and where: %j', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});

describe('lines find their photos', () => {
  const line = (file: string, number = 1) => ({ line: number, file, person: null, group: 'A' });
  const paths = ['study/a/1.jpg', 'study/b/1.jpg', 'study/b/Two.JPG'];

  it('by name where only one photo has it, with folders where several have', () => {
    const lines = [line('two.jpg'), line('b\\1.jpg', 2), line('1.jpg', 3), line('c/1.jpg', 4)];
    const { matched, unmatched, ambiguous, missing } = matchGroups(paths, lines);
    expect([...matched].map(([path, { line: number }]) => [path, number])).toEqual([
      ['study/b/Two.JPG', 1],
      ['study/b/1.jpg', 2],
    ]);
    expect(ambiguous.map(({ file }) => file)).toEqual(['1.jpg']);
    expect(unmatched.map(({ file }) => file)).toEqual(['c/1.jpg']);
    expect(missing).toEqual(['study/a/1.jpg']);
  });

  it('a whole path before the same one deeper down', () => {
    expect([...matchGroups(['x/1.jpg', 'y/x/1.jpg'], [line('x/1.jpg')]).matched.keys()]).toEqual(['x/1.jpg']);
  });
});
