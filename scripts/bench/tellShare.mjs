/** Shows on a terminal how far a long measurement is. @param {number} share 0..1 */
export function tellShare(share) {
  if (process.stdout.isTTY) process.stdout.write(`\r${Math.round(100 * share)} % `);
}
