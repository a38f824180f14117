import { FoveaError } from '../../../shared/errors';

/** The error for a network that this browser does not keep. */
export const noRoom = (name: string) =>
  new FoveaError(
    `“${name}” is here until this page is closed or reloaded: the browser lends no room on this device.`,
    'Leave private browsing or make room, and add it again.',
  );
