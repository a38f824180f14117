import { afterEach, beforeEach, expect, test } from 'vitest';
import { focusLine } from '../../src/page/panels/people/side/focusLine';

const line = (group: string) => {
  const item = document.createElement('li');
  item.dataset.group = group;
  item.append(document.createElement('button'));
  return item;
};
let list: HTMLUListElement;
let elsewhere: HTMLInputElement;
const buttonOf = (group: string) => list.querySelector(`[data-group="${group}"] button`);

beforeEach(() => {
  list = document.createElement('ul');
  list.append(line('North'), line('South'));
  elsewhere = document.createElement('input');
  const sheet = document.createElement('div');
  sheet.tabIndex = -1;
  sheet.append(list);
  document.body.append(sheet, elsewhere);
});
afterEach(() => document.body.replaceChildren());

test('a line gets the focus that was lost, to the page or to the sheet around the list', () => {
  expect(document.activeElement).toBe(document.body);
  expect(focusLine(list, 'South')).toBe(true);
  expect(document.activeElement).toBe(buttonOf('South'));
  list.parentElement?.focus();
  expect(focusLine(list, 'North')).toBe(true);
  expect(document.activeElement).toBe(buttonOf('North'));
});

test('a line that is not there yet gets it later, unless the user has gone on, beside the list or in it', () => {
  for (const own of [() => elsewhere, () => buttonOf('North') as HTMLElement]) {
    (document.activeElement as HTMLElement).blur();
    expect(focusLine(list, 'East')).toBe(false);
    own().focus();
    list.append(line('East'));
    expect(focusLine(list, 'East')).toBe(true);
    expect(document.activeElement).toBe(own());
    buttonOf('East')?.parentElement?.remove();
  }
});
