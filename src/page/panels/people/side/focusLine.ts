/**
 * Gives the focus to a group's line in the list, whose form, which had it, is gone.
 * @returns whether that is over: the line has it, or the user has gone on to something else; else it is not there yet
 */
export function focusLine(list: HTMLElement, group: string): boolean {
  const active = document.activeElement;
  // What goes with the focus in it leaves this to what lies around it: the page, or the sheet that holds the list.
  if (active !== null && !active.contains(list)) return true;
  const lines = [...list.querySelectorAll<HTMLElement>('[data-group]')];
  const button = lines.find(({ dataset }) => dataset.group === group)?.querySelector('button');
  button?.focus();
  return button !== null && button !== undefined;
}
