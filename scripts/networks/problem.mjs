/** What went wrong, and what to do about it: told without a stack. */
export class Problem extends Error {
  /** @param {string} message @param {string} remedy */
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}

/** Codes of a network that is not there, as Node gives them. */
const offline = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ETIMEDOUT']);

/** The system's code behind an error, wherever it is wrapped. @param {unknown} error @returns {string | null} */
export function codeOf(error) {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return codeOf(inner);
}

/** Whether the connection broke, so that going on may help. @param {unknown} error */
export const isBroken = (error) => !(error instanceof Problem) && !offline.has(codeOf(error) ?? '') && !isFull(error);

/** @param {unknown} error */
const isFull = (error) => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error) ?? '');

/** What the system's codes mean where a file or folder of the user's is written. */
const places = new Map([
  ['EEXIST', 'is a file'],
  ['ENOTDIR', 'is a file, or lies in one'],
  ['EISDIR', 'is a folder'],
  ['EACCES', 'may not be written'],
  ['EPERM', 'may not be written'],
  ['EROFS', 'lies on a disk that is read only'],
  ['ENAMETOOLONG', 'is too long a name'],
  ['ENOENT', 'is not there'],
]);

/**
 * An error of a place on the disk as something to tell; any other error stays what it is.
 * @param {unknown} error @param {string} remedy @returns {unknown}
 */
export function ofPlace(error, remedy) {
  if (isFull(error)) return new Problem('The disk is full.', 'Make room and run the command again.');
  const what = places.get(codeOf(error) ?? '');
  if (what === undefined || !(error instanceof Error) || !('path' in error)) return error;
  return new Problem(`${error.path} ${what}.`, remedy);
}

/** Any error of a download as something to tell. @param {unknown} error @param {string} url @returns {Problem} */
export function toProblem(error, url) {
  if (error instanceof Problem) return error;
  const { host } = new URL(url);
  if (isFull(error))
    return new Problem('The disk is full.', 'Make room and run the command again: it goes on where it stopped.');
  const code = codeOf(error);
  if (code !== null && offline.has(code))
    return new Problem(
      `${host} cannot be reached (${code}).`,
      'Check the connection and run the command again: it goes on where it stopped. --from takes another address.',
    );
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem(
    `The connection to ${host} broke (${code ?? reason}).`,
    'Run the command again: it goes on where it stopped.',
  );
}
