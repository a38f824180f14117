import { isolateDirections } from './isolateDirections';

/** Markup that is safe to put into a page as it is: what `html` makes, and our own style sheet. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in markup; texts and numbers are escaped, null and false are nothing. */
export type Content = string | number | Markup | null | false | readonly Content[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeText = (text: string) =>
  isolateDirections(text).replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');

/**
 * Markup from a template: whatever is put in is escaped, also for attributes in quotes, unless it is markup itself.
 * Names of files and persons come from outside and are never trusted.
 */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(parts.map((part, i) => (i === 0 ? part : render(contents[i - 1] ?? null) + part)).join(''));
}

function render(content: Content): string {
  if (content === null || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(render).join('');
  return escapeText(String(content));
}
