const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);

/**
 * Tells how far a file is: in place on a terminal, else a line every tenth.
 * @param {string} name @param {NodeJS.WriteStream} out
 * @returns {(bytes: number, total: number) => void}
 */
export function showProgress(name, out) {
  const begun = performance.now();
  let first = -1;
  let told = -1;
  let last = 0;
  return (bytes, total) => {
    if (first < 0) first = bytes;
    const share = total > 0 ? bytes / total : 0;
    const now = performance.now();
    const isEnd = bytes === total;
    const speed = (bytes - first) / Math.max(1, now - begun) / 1000;
    const rest = speed > 0 && total > 0 ? `, ${Math.ceil((total - bytes) / 1e6 / speed)} s left` : '';
    const of = total > 0 ? ` of ${megabytes(total)} MB, ${Math.floor(share * 100)} %` : ' MB';
    const line = `  ${name}: ${megabytes(bytes)}${of}, ${speed.toFixed(1)} MB/s${isEnd ? '' : rest}`;
    if (out.isTTY) {
      if (now - last < 100 && !isEnd) return;
      last = now;
      out.write(`\r\x1b[K${line}${isEnd ? '\n' : ''}`);
    } else if (Math.floor(share * 10) > told) {
      told = Math.floor(share * 10);
      out.write(`${line}\n`);
    }
  };
}
