/** The browser's localStorage, or null where reading it is forbidden (some private modes throw on access). */
export function localStore(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
