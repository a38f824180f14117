/** Another framework's format: what it is called, and how its network becomes one that is read here. */
export interface OtherFormat {
  /** After “is”: “an ONNX network”. */
  readonly is: string;
  readonly remedy: string;
}

const saved = 'tensorflowjs_converter --input_format=tf_saved_model';
const addFolder = 'then add the folder that it writes.';

const onnx: OtherFormat = {
  is: 'an ONNX network',
  remedy: `Convert it to a TensorFlow SavedModel (onnx2tf -i model.onnx) and that to TensorFlow.js (${saved}), ${addFolder}`,
};
const savedModel: OtherFormat = {
  is: 'part of a TensorFlow SavedModel',
  remedy: `Convert the SavedModel’s folder to TensorFlow.js: ${saved} folder out, ${addFolder}`,
};
const frozen: OtherFormat = {
  is: 'a TensorFlow graph (.pb)',
  remedy: `Convert it to TensorFlow.js: tensorflowjs_converter --input_format=tf_frozen_model --output_node_names=… graph.pb out, ${addFolder}`,
};
const torch: OtherFormat = {
  is: 'a PyTorch file',
  remedy: `In Python, write the network as ONNX (torch.onnx.export), make that a TensorFlow SavedModel (onnx2tf) and that TensorFlow.js (${saved}), ${addFolder}`,
};
const lite: OtherFormat = {
  is: 'a TensorFlow Lite network',
  remedy: 'Its gradients are gone. Save the Keras model that it was made from, with model.save("network.keras").',
};
const checkpoint: OtherFormat = {
  is: 'part of a TensorFlow checkpoint, which holds weights without layers',
  remedy: 'Load it into its model in Python and save the whole, with model.save("network.keras").',
};
const tensors: OtherFormat = {
  is: 'a safetensors file, which holds weights without layers',
  remedy: 'Load it into its model in Python, and save the whole as Keras or convert it to TensorFlow.js.',
};
const caffe: OtherFormat = {
  is: 'a Caffe network',
  remedy: 'Convert it to Keras or TensorFlow first, and add what that saves: .h5, .keras or TensorFlow.js.',
};
const pickle: OtherFormat = {
  is: 'a Python pickle, which is a program',
  remedy: 'Load it in Python where you trust it, and save the network with model.save("network.keras").',
};

const endings: readonly (readonly [RegExp, OtherFormat])[] = [
  [/\.onnx$/i, onnx],
  [/^saved_model\.pb(txt)?$/i, savedModel],
  [/^(keras_metadata|fingerprint)\.pb$/i, savedModel],
  [/\.pb$/i, frozen],
  [/\.(pt|pth|torchscript)$/i, torch],
  [/\.tflite$/i, lite],
  [/\.(ckpt|index|data-\d{5}-of-\d{5})$/i, checkpoint],
  [/^checkpoint$/i, checkpoint],
  [/\.safetensors$/i, tensors],
  [/\.caffemodel$/i, caffe],
  [/\.(pkl|pickle)$/i, pickle],
];

const headBytes = 512;

/** PyTorch's zips begin with one of these entries, in a folder of the archive's name: torch/serialization.py. */
const torchEntry = /^[^/]{1,200}\/(data\.pkl|byteorder|version|constants\.pkl|\.format_version)/;
/** The magic number of PyTorch's older format, as a pickle of protocol 2. */
const torchMagic = [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9];

const onnxProducer = /^(pytorch|tf2onnx|keras2onnx|skl2onnx|onnx|paddle)/i;

/** What another framework wrote, told by its first bytes or else by its name; null where neither tells. */
export async function otherFormat(file: File): Promise<OtherFormat | null> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const letters = String.fromCharCode(...head);
  if (letters.startsWith('PK\u0003\u0004')) return torchEntry.test(letters.slice(30)) ? torch : null;
  if (torchMagic.every((byte, i) => head[i] === byte)) return torch;
  if (letters.slice(4, 8) === 'TFL3') return lite;
  // A header's length in eight bytes, and the header, which is JSON.
  if (letters.slice(8, 10) === '{"' && head.slice(4, 8).every((byte) => byte === 0)) return tensors;
  // ONNX's ModelProto: the version of its format, then who wrote it.
  if (head[0] === 0x08 && head[2] === 0x12 && onnxProducer.test(letters.slice(4))) return onnx;
  return endings.find(([ending]) => ending.test(file.name))?.[1] ?? null;
}
