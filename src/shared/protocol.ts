/**
 * Every message between page and worker, declared once. The page sends `Request`s; each carries a `call` number that
 * all replies to it repeat. A call ends with exactly one of `done`, `failed` or (after `cancel`) `stopped`.
 */
import type { DeviceCalls } from './calls/deviceCalls';
import type { ExplainCalls } from './calls/explainCalls';
import type { FaceCalls } from './calls/faceCalls';
import type { AscentSliceEnd, FilterCalls } from './calls/filterCalls';
import type { MaskCalls } from './calls/maskCalls';
import type { NetworkCalls } from './calls/networkCalls';
import type { PeopleCalls } from './calls/peopleCalls';

/** What a call asks for: arguments, result and events of each. */
export interface Calls
  extends DeviceCalls,
    NetworkCalls,
    FilterCalls,
    FaceCalls,
    ExplainCalls,
    MaskCalls,
    PeopleCalls {}

export type CallName = keyof Calls;

export type Request =
  | { [Name in CallName]: { call: number; name: Name; arguments: Calls[Name]['arguments'] } }[CallName]
  | { name: 'cancel'; call: number }
  | { name: 'ping' };

export type Reply =
  | {
      [Name in CallName]:
        | { call: number; kind: 'event'; name: Name; event: Calls[Name]['event'] }
        | { call: number; kind: 'done'; name: Name; result: Calls[Name]['result'] };
    }[CallName]
  /** The call was cancelled; an ascent's last whole step comes back with it (null if there was none yet). */
  | { call: number; kind: 'stopped'; end: AscentSliceEnd | null }
  | { call: number; kind: 'failed'; error: SentError }
  | { kind: 'pong' }
  /** The device is gone for good (lost context, no memory): the worker has to be replaced. */
  | { kind: 'lost'; reason: string };

/** An error on its way between threads: what happened and what the user can do about it. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly remedy: string;
}
