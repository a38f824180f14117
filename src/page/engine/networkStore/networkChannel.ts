/** What tabs of this page tell each other about kept networks: that the list has changed, not how. */
const name = 'fovea-networks';

let channel: BroadcastChannel | null = null;
const open = (): BroadcastChannel | null => {
  if (globalThis.BroadcastChannel === undefined) return null;
  channel ??= new BroadcastChannel(name);
  return channel;
};

/** Other tabs are to read the list again. */
export const tellListChanged = (): void => open()?.postMessage('changed');

/** Another tab has changed the list, or this one comes back into view and may have missed it. */
export function onListChanged(listener: () => void): void {
  open()?.addEventListener('message', listener);
  globalThis.document?.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') listener();
  });
}
