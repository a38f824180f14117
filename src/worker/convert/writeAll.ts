/**
 * Writes bytes into an open file.
 * @throws DOMException when there is no room: some browsers write less than they were given in place of an error
 */
export function writeAll(access: FileSystemSyncAccessHandle, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  const written = access.write(bytes, { at });
  if (written < bytes.byteLength) throw new DOMException('There is no room on this device.', 'QuotaExceededError');
}
