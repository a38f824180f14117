import { type Content, html, Markup } from './html';

export type HeadingLevel = 2 | 3 | 4;

/** A heading of a level that its place decides: sections of the report stand within one another. */
export const heading = (level: HeadingLevel, title: Content): Markup =>
  html`${new Markup(`<h${level}>`)}${title}${new Markup(`</h${level}>`)}\n`;
