import { FoveaError } from '../../../shared/errors';

const byName: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  NotAllowedError: [
    'The camera was not allowed.',
    'Allow the camera for this page in the browser’s address bar and in the system’s privacy settings, then start it again.',
  ],
  NotFoundError: ['There is no camera.', 'Connect a camera and start it again, or choose a photo instead.'],
  NotReadableError: ['The camera is in use by another program.', 'Close that program and start the camera again.'],
  OverconstrainedError: ['No camera gives a picture that fits.', 'Connect another camera, or choose a photo instead.'],
};

/** What `getUserMedia` or the video threw, with a remedy. */
export function cameraError(cause: unknown): FoveaError {
  if (cause instanceof FoveaError) return cause;
  const name = cause instanceof DOMException ? cause.name : '';
  // What older browsers call a refusal by policy and a camera that does not start.
  const key = name === 'SecurityError' ? 'NotAllowedError' : name === 'AbortError' ? 'NotReadableError' : name;
  const [message, remedy] = byName[key] ?? ['The camera did not start.', 'Choose a photo instead.'];
  return new FoveaError(message, remedy, { cause });
}

/** Browsers give a camera to secure pages only. @throws FoveaError elsewhere */
export function requireCameraAccess(): MediaDevices {
  if (globalThis.isSecureContext === false) {
    throw new FoveaError(
      'The browser gives the camera to secure pages only.',
      'Open Fovea over https or on localhost, or choose a photo instead.',
    );
  }
  // Missing in some embedded browsers, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices?.getUserMedia === undefined) {
    throw new FoveaError('This browser has no access to cameras.', 'Choose a photo instead.');
  }
  return devices;
}
