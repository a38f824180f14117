import type { SentError } from './protocol';

/** An error for a person: `message` says what happened, `remedy` what to do about it. */
export class FoveaError extends Error {
  override readonly name: string = 'FoveaError';
  constructor(
    message: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Any thrown value in the form that crosses a thread. */
export function toSentError(error: unknown): SentError {
  if (error instanceof FoveaError) return { name: error.name, message: error.message, remedy: error.remedy };
  const message = error instanceof Error ? error.message : String(error);
  return {
    name: error instanceof Error ? error.name : 'Error',
    message,
    remedy: 'Reload the page; if it happens again, please report it.',
  };
}

/** The counterpart of `toSentError`. */
export function fromSentError(sent: SentError): FoveaError {
  const error = new FoveaError(sent.message, sent.remedy);
  Object.defineProperty(error, 'name', { value: sent.name });
  return error;
}
