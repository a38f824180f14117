import { expect, test } from 'vitest';
import { probabilityWords } from '../../src/page/parts/second/probabilityWords';

test('identity heads are named only where there are any', () => {
  expect(probabilityWords([true, true])).toMatch(/two identity heads/);
  expect(probabilityWords([true, false])).toMatch(/one’s come from its identity head.*own classes/);
  expect(probabilityWords([false, false])).not.toMatch(/identity/);
  expect(probabilityWords([true, null])).toBe('');
});
