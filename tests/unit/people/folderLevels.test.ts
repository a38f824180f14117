import { expect, it } from 'vitest';
import { folderLevels, likelyRoles, readPath, sharedNames } from '../../../src/shared/people/folderLevels';

const rolesOf = (paths: readonly string[]) => likelyRoles(folderLevels(paths));

it('reads group/person/photo and person/photo, within folders around them too', () => {
  expect(rolesOf(['A/p/1.jpg', 'A/q/1.jpg', 'B/r/1.jpg'])).toEqual(['group', 'person']);
  expect(rolesOf(['faces/A/p/1.jpg', 'faces/B/r/1.jpg'])).toEqual(['nothing', 'group', 'person']);
  expect(rolesOf(['faces/p/1.jpg', 'faces/q/1.jpg'])).toEqual(['nothing', 'person']);
  expect(rolesOf(['p/1.jpg', 'q/1.jpg'])).toEqual(['person']);
  expect(rolesOf(['faces/1.jpg', 'faces/2.jpg'])).toEqual(['nothing']);
  expect(rolesOf(['1.jpg', '2.jpg'])).toEqual([]);
});

it('gives each photo what the user says its folders are', () => {
  expect(readPath('study/North/Anna/1.jpg', ['nothing', 'group', 'person'])).toEqual({
    person: 'Anna',
    group: 'North',
  });
  expect(readPath('study/North/Anna/1.jpg', ['group', 'group', 'nothing'])).toEqual({
    person: null,
    group: 'study / North',
  });
  // A photo that lies further out than the others.
  expect(readPath('North/1.jpg', ['group', 'person'])).toEqual({ person: null, group: 'North' });
});

it('finds names that stand in two groups', () => {
  const paths = ['A/01/x.jpg', 'B/01/x.jpg', 'B/02/x.jpg'];
  expect([...sharedNames(paths, ['group', 'person'])]).toEqual(['01']);
});

it('tells the folders of a level by name, numbers by their value, whichever photo came first', () => {
  const paths = ['b/p10/1.jpg', 'a/p2/1.jpg', 'b/Åsa/1.jpg', 'a/p1/1.jpg'];
  expect(folderLevels(paths).map(({ names }) => names)).toEqual([
    ['a', 'b'],
    ['Åsa', 'p1', 'p2', 'p10'],
  ]);
});
