type FaceApi = typeof import('@vladmandic/face-api');

/**
 * face-api in a realm of its own (an empty frame): it bundles a TensorFlow.js that would otherwise share this page's
 * global engine and register its kernels over ours.
 */
export async function loadFaceApi(): Promise<FaceApi> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const realm = frame.contentWindow as unknown as { eval(code: string): Promise<FaceApi> };
  const address = new URL('/node_modules/@vladmandic/face-api/dist/face-api.esm.js', location.href).href;
  const faceApi = await realm.eval(`import(${JSON.stringify(address)})`);
  await (faceApi.tf as unknown as { setBackend(name: string): Promise<boolean> }).setBackend('cpu');
  return faceApi;
}
