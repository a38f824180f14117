/** The app's worker on a device that has room for one megabyte. */
const write = FileSystemSyncAccessHandle.prototype.write;
FileSystemSyncAccessHandle.prototype.write = function (this: FileSystemSyncAccessHandle, buffer, options) {
  const at = options?.at ?? 0;
  if (at + buffer.byteLength > 2 ** 20) throw new DOMException('Quota exceeded', 'QuotaExceededError');
  return write.call(this, buffer, options);
};

// What comes before the app's worker listens would be lost.
const early: MessageEvent[] = [];
const keep = (event: MessageEvent) => early.push(event);
self.addEventListener('message', keep);
await import('../../../src/worker/main');
self.removeEventListener('message', keep);
for (const { data } of early) self.dispatchEvent(new MessageEvent('message', { data }));

export {};
