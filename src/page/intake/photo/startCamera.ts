import { FoveaError } from '../../../shared/errors';
import { cameraError, requireCameraAccess } from './cameraErrors';
import { decode } from './decode';
import { createPhoto, type Photo } from './photo';

export interface Camera {
  /** Shows what the camera sees, not mirrored: a mirror, if wanted, is the page's affair. */
  readonly video: HTMLVideoElement;
  /** Settles when the camera has stopped: by `stop()`, by the signal, or because it was taken away. */
  readonly stopped: Promise<void>;
  /** The present frame, not mirrored. @throws FoveaError when the camera has stopped */
  takePhoto(signal?: AbortSignal): Promise<Photo>;
  /** Ends all tracks; the camera's light goes out. Any number of times. */
  stop(): void;
}

const wishes: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 1920 }, height: { ideal: 1080 } },
};

const endTracks = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop();
};

/** The stream, unless the signal aborts first; one that is granted after that is ended at once. */
function openStream(signal: AbortSignal): Promise<MediaStream> {
  const devices = requireCameraAccess();
  return new Promise((resolve, reject) => {
    const give = () => reject(signal.reason);
    signal.addEventListener('abort', give, { once: true });
    devices
      .getUserMedia(wishes)
      .then((stream) => {
        if (signal.aborted) endTracks(stream);
        else resolve(stream);
      }, reject)
      .finally(() => signal.removeEventListener('abort', give));
  });
}

/** Waits for the first frame. */
async function play(signal: AbortSignal, video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await new Promise<void>((resolve, reject) => {
    const done = () => {
      video.removeEventListener('loadeddata', onData);
      video.removeEventListener('error', onError);
      signal.removeEventListener('abort', onAbort);
    };
    const onData = () => {
      done();
      resolve();
    };
    const onError = () => {
      done();
      reject(video.error);
    };
    const onAbort = () => {
      done();
      reject(signal.reason);
    };
    video.addEventListener('loadeddata', onData);
    video.addEventListener('error', onError);
    signal.addEventListener('abort', onAbort);
    video.play().catch((error: unknown) => {
      done();
      reject(error);
    });
  });
}

function createCamera(signal: AbortSignal, video: HTMLVideoElement, stream: MediaStream): Camera {
  let isOn = true;
  let tellStopped = () => {};
  const stopped = new Promise<void>((resolve) => {
    tellStopped = resolve;
  });
  const stop = () => {
    if (!isOn) return;
    isOn = false;
    endTracks(stream);
    if (video.srcObject === stream) video.srcObject = null;
    signal.removeEventListener('abort', stop);
    tellStopped();
  };
  signal.addEventListener('abort', stop, { once: true });
  for (const track of stream.getTracks()) track.addEventListener('ended', stop);
  const takePhoto = async (photoSignal: AbortSignal = signal) => {
    if (!isOn) throw new FoveaError('The camera is off.', 'Start the camera again.');
    return createPhoto(await decode(photoSignal, video), 'camera', 'camera');
  };
  return { video, stopped, takePhoto, stop };
}

/**
 * Asks for a camera and shows it in `video` (a new element where none is given). It runs until `stop()` is called or
 * the signal aborts. @throws FoveaError when it is denied, missing, in use, or the page is not secure
 */
export async function startCamera(
  signal: AbortSignal,
  video: HTMLVideoElement = document.createElement('video'),
): Promise<Camera> {
  signal.throwIfAborted();
  let stream: MediaStream | null = null;
  try {
    stream = await openStream(signal);
    await play(signal, video, stream);
    return createCamera(signal, video, stream);
  } catch (error) {
    if (stream !== null) {
      endTracks(stream);
      if (video.srcObject === stream) video.srcObject = null;
    }
    signal.throwIfAborted();
    throw cameraError(error);
  }
}
