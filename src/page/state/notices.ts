import { createStore } from 'zustand/vanilla';
import { toSentError } from '../../shared/errors';

/** Something the user should know: what happened and, if there is one, the remedy. Shown as a toast. */
export interface Notice {
  readonly id: number;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly remedy?: string;
  /** A button in the toast, such as “Undo”. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** What it is about: `withdrawNotices` takes all of that from the screen. */
  readonly about?: string;
  /** Called once it has left the screen unanswered: what its action would take back is final then. */
  readonly gone?: () => void;
}

export interface NoticesState {
  readonly notices: readonly Notice[];
  /** The last withdrawal: all notices about it, up to this id. A notice that is merely too old to be kept is none. */
  readonly withdrawn: { readonly about: string; readonly upTo: number } | null;
}

export const noticesStore = createStore<NoticesState>(() => ({ notices: [], withdrawn: null }));

/** Older notices have been read or dismissed. */
const kept = 20;

let lastId = 0;

/** Adds a notice; the page shows it once. */
export function notify(notice: Omit<Notice, 'id'>): void {
  lastId += 1;
  const entry: Notice = { ...notice, id: lastId };
  noticesStore.setState(({ notices }) => ({ notices: [...notices, entry].slice(-kept) }));
}

/** Adds a thrown value as an error notice, with its remedy. */
export function notifyError(error: unknown, about?: string): void {
  const { message, remedy } = toSentError(error);
  notify({ severity: 'error', message, remedy, ...(about === undefined ? {} : { about }) });
}

/** Takes all notices about something from the screen: it is tried again. */
export function withdrawNotices(about: string): void {
  noticesStore.setState(({ notices }) => ({
    notices: notices.filter((notice) => notice.about !== about),
    withdrawn: { about, upTo: lastId },
  }));
}
