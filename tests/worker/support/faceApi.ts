type FaceApi = typeof import('@vladmandic/face-api');

interface Backends {
  setBackend(name: string): Promise<boolean>;
  setWasmPaths(folder: string): void;
}

/**
 * face-api in a realm of its own (an empty frame): it bundles a TensorFlow.js that would otherwise share this page's
 * global engine and register its kernels over ours. Its `cpu` is plain JavaScript; `wasm` is for what takes that too
 * long.
 */
export async function loadFaceApi(backend: 'cpu' | 'wasm' = 'cpu'): Promise<FaceApi> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const realm = frame.contentWindow as unknown as { eval(code: string): Promise<FaceApi> };
  const address = new URL('/node_modules/@vladmandic/face-api/dist/face-api.esm.js', location.href).href;
  const faceApi = await realm.eval(`import(${JSON.stringify(address)})`);
  const tf = faceApi.tf as unknown as Backends;
  tf.setWasmPaths(new URL('/node_modules/@tensorflow/tfjs-backend-wasm/dist/', location.href).href);
  if (!(await tf.setBackend(backend))) throw new Error(`face-api has no ${backend} backend here.`);
  return faceApi;
}
