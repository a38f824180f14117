import { expect, test } from 'vitest';
import { collectEntries } from '../../../src/page/intake/people/collectEntries';

type Entry = FileSystemEntry;
const refuse = (_: unknown, reject: (error: Error) => void) => reject(new DOMException('gone', 'NotFoundError'));

/** A file as a browser lends it; one whose name begins with 'gone' has been moved since. */
const file = (fullPath: string) => {
  const name = fullPath.split('/').at(-1) ?? '';
  const lend = (resolve: (file: File) => void) => resolve(new File([fullPath], name));
  return {
    ...{ isFile: true, isDirectory: false, name, fullPath, file: name.startsWith('gone') ? refuse : lend },
  } as unknown as Entry;
};

const folder = (fullPath: string, children: readonly Entry[] | null) => {
  const reader = () => {
    const batches = [children ?? [], []];
    const read = (resolve: (entries: readonly Entry[]) => void) => resolve(batches.shift() ?? []);
    return { readEntries: children === null ? refuse : read };
  };
  const name = fullPath.split('/').at(-1);
  return { isFile: false, isDirectory: true, name, fullPath, createReader: reader } as unknown as Entry;
};

test('what cannot be read is told, and takes nothing from the rest of the drop', async () => {
  const entries = [
    folder('/s', [file('/s/10.jpg'), file('/s/gone.jpg'), folder('/s/closed', null), file('/s/2.jpg')]),
    file('/one.jpg'),
  ];
  const { found, unreadable } = await collectEntries(new AbortController().signal, entries);
  expect(found.map(({ path }) => path)).toEqual(['one.jpg', 's/2.jpg', 's/10.jpg']);
  expect([...unreadable].sort()).toEqual(['s/closed', 's/gone.jpg']);
});
