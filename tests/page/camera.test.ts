import { afterEach, expect, test } from 'vitest';
import { startCamera } from '../../src/page/intake/photo/startCamera';
import { FoveaError } from '../../src/shared/errors';
import { never } from './support/photos';

const original = navigator.mediaDevices.getUserMedia;

afterEach(() => {
  navigator.mediaDevices.getUserMedia = original;
});

const tracksOf = (video: HTMLVideoElement) => (video.srcObject as MediaStream).getTracks();

test('the camera starts, gives photos and stops', async () => {
  const video = document.createElement('video');
  const camera = await startCamera(never, video);
  expect(camera.video).toBe(video);
  expect(video.paused).toBe(false);
  const tracks = tracksOf(video);
  expect(tracks.map(({ kind, readyState }) => `${kind} ${readyState}`)).toEqual(['video live']);
  const photo = await camera.takePhoto();
  expect([photo.width, photo.height, photo.format]).toEqual([video.videoWidth, video.videoHeight, 'camera']);
  expect(photo.width).toBeGreaterThan(300);
  photo.close();
  camera.stop();
  camera.stop();
  await camera.stopped;
  expect([tracks[0]?.readyState, video.srcObject]).toEqual(['ended', null]);
  await expect(camera.takePhoto()).rejects.toThrow('The camera is off.');
});

test('the signal stops a running camera', async () => {
  const controller = new AbortController();
  const camera = await startCamera(controller.signal);
  const [track] = tracksOf(camera.video);
  controller.abort();
  await camera.stopped;
  expect(track?.readyState).toBe('ended');
});

test('a camera that is taken away stops', async () => {
  const camera = await startCamera(never);
  const [track] = tracksOf(camera.video);
  track?.dispatchEvent(new Event('ended'));
  await camera.stopped;
  expect(camera.video.srcObject).toBeNull();
});

test('a camera that is granted after the signal was aborted is ended at once', async () => {
  const controller = new AbortController();
  const stream = await original.call(navigator.mediaDevices, { video: true });
  let grant: () => void = () => {};
  navigator.mediaDevices.getUserMedia = () =>
    new Promise((resolve) => {
      grant = () => resolve(stream);
    });
  const starting = startCamera(controller.signal);
  controller.abort(new Error('enough'));
  await expect(starting).rejects.toThrow('enough');
  grant();
  await expect.poll(() => stream.getTracks()[0]?.readyState).toBe('ended');
});

test.each([
  ['NotAllowedError', 'not allowed'],
  ['NotFoundError', 'no camera'],
  ['NotReadableError', 'in use'],
  ['OverconstrainedError', 'fits'],
  ['SecurityError', 'not allowed'],
  ['OddError', 'did not start'],
])('%s gets its message and remedy', async (name, message) => {
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name));
  const error: unknown = await startCamera(never).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FoveaError);
  expect((error as FoveaError).message).toContain(message);
  expect((error as FoveaError).remedy.length).toBeGreaterThan(10);
});

test('an insecure page and a browser without cameras are told so', async () => {
  const secure = Object.getOwnPropertyDescriptor(globalThis, 'isSecureContext');
  Object.defineProperty(globalThis, 'isSecureContext', { value: false, configurable: true });
  await expect(startCamera(never)).rejects.toThrow('secure pages only');
  if (secure !== undefined) Object.defineProperty(globalThis, 'isSecureContext', secure);
  Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
  await expect(startCamera(never)).rejects.toThrow('no access to cameras');
  Reflect.deleteProperty(navigator, 'mediaDevices');
  expect(navigator.mediaDevices).toBeDefined();
});
