/**
 * A table of Markdown, its first column to the left, the others to the right.
 * @param {readonly (readonly string[])[]} lines the first one is the head
 */
export function printMarkdown(lines) {
  const [head = [], ...rest] = lines;
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  for (const cells of [head, rule, ...rest]) console.log(`| ${cells.join(' | ')} |`);
  console.log('');
}
