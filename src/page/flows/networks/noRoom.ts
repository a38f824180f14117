import { FoveaError } from '../../../shared/errors';

/** The error for a network that this browser does not keep. */
export const noRoom = (name: string) =>
  new FoveaError(
    `“${name}” is kept until this tab is closed: the browser lends no room on this device.`,
    'Leave private browsing or make room, and add it again.',
  );
