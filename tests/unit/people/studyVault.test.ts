import { describe, expect, test, vi } from 'vitest';
import { recordKey } from '../../../src/page/engine/people/studyRecords';
import { StudyVault } from '../../../src/page/engine/people/studyVault';

/** Node has no IndexedDB: as in a browser that keeps nothing. */
describe('where the browser keeps nothing', () => {
  test('records live in memory', async () => {
    const vault = new StudyVault();
    await vault.change([
      [recordKey('face', 'a'), 1],
      [recordKey('face', 'b'), 2],
      [recordKey('masked', 'a'), 3],
    ]);
    expect(await vault.get(recordKey('face', 'b'))).toBe(2);
    expect([...(await vault.ids('face'))].sort()).toEqual(['a', 'b']);
    const all: unknown[] = [];
    for await (const entry of vault.each('face')) all.push(entry);
    expect(all).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    await vault.drop('face');
    expect([...(await vault.ids('face'))]).toEqual([]);
    expect(await vault.get(recordKey('masked', 'a'))).toBe(3);
    await vault.clear();
    expect(await vault.get(recordKey('masked', 'a'))).toBeUndefined();
  });

  test('photos that wait are not held in memory: they are told to be missing', async () => {
    const vault = new StudyVault();
    expect(await vault.tryKeep(recordKey('source', 'a'), new ArrayBuffer(8))).toBe(false);
    expect(await vault.get(recordKey('source', 'a'))).toBeUndefined();
  });

  test('a database that fails is told once', async () => {
    const broken = {
      open: () => {
        throw new DOMException('no', 'InvalidStateError');
      },
    };
    vi.stubGlobal('indexedDB', broken);
    try {
      const vault = new StudyVault();
      const told = vi.fn();
      vault.onTrouble = told;
      await vault.change([[recordKey('face', 'a'), 1]]);
      await vault.change([[recordKey('face', 'b'), 1]]);
      expect(told).toHaveBeenCalledTimes(1);
      expect(await vault.get(recordKey('face', 'a'))).toBe(1);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
