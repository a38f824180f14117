/** What is no network is told as what it is: by its bytes where they tell, else by its name. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sortFiles } from '../../../src/page/intake/sortFiles';
import { whyNoNetwork } from '../../../src/page/intake/whyNoNetwork';

const never = new AbortController().signal;
const file = (name: string, content: BlobPart = 'x\0') => new File([content], name);
const why = async (...files: File[]) => {
  const error = await whyNoNetwork(never, files);
  return error === null ? null : `${error.message} ${error.remedy}`;
};
const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test('what may be a network is left to its reader', async () => {
  expect(await why(file('a.h5', ascii('\x89HDF\r\n\x1a\n')))).toBeNull();
  expect(await why(file('renamed.onnx.zip', zipSync({ 'model.json': ascii('{}') })))).toBeNull();
  expect(await why(file('model.json', '{"modelTopology": {}}'), file('group1-shard1of1.bin'))).toBeNull();
  expect(await why(file('broken.json', '{"modelTop'))).toBeNull();
});

test('other frameworks’ files are named, with the way to what is read', async () => {
  // As torch.save writes it, whatever it is called.
  const torch = zipSync({ 'archive/data.pkl': ascii('\x80\x02}q\x00.'), 'archive/version': ascii('3\n') });
  for (const name of ['resnet.pt', 'resnet.zip', 'resnet.h5'])
    expect(await why(file(name, torch))).toMatch(new RegExp(`^${name} is a PyTorch file\\..*torch\\.onnx\\.export`));
  expect(await why(file('old', ascii('\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19.')))).toMatch(/is a PyTorch file/);
  expect(await why(file('net', ascii('\x08\x07\x12\x07pytorch\x1a\x052.1.0')))).toMatch(/is an ONNX network.*onnx2tf/);
  expect(await why(file('model.onnx', ascii('\x08\x07')))).toMatch(/is an ONNX network/);
  expect(await why(file('net', ascii('\x1c\0\0\0TFL3\0\0')))).toMatch(/is a TensorFlow Lite network/);
  const header = '{"w":{"dtype":"F32"}}';
  expect(await why(file('net', ascii(`${String.fromCharCode(header.length)}\x01\0\0\0\0\0\0${header}`)))).toMatch(
    /is a safetensors/,
  );
  expect(await why(file('saved_model.pb'))).toMatch(/SavedModel.*--input_format=tf_saved_model/);
  expect(await why(file('saved_model.pb'), file('variables.index'), file('readme.txt', 'Hello'))).toMatch(/SavedModel/);
  expect(await why(file('frozen.pb'))).toMatch(/graph \(\.pb\).*tf_frozen_model/);
});

test('empty files, text, arrays, pictures and bare weights are told as such', async () => {
  expect(await why(file('empty.h5', ''))).toBe('empty.h5 is empty. Download or save it again.');
  expect(await why(file('text.keras', 'hello'))).toMatch(
    /^text\.keras is text, whatever its name says, and no network\./,
  );
  for (const name of ['README.md', 'LICENSE', 'notes.txt'])
    expect(await why(file(name, 'hello'))).toMatch(new RegExp(`^${name} is text, and no network\\. Keras`));
  expect(await why(file('page.h5', '<!doctype html><p>Sign in'))).toMatch(/^page\.h5 is text, a web page/);
  expect(await why(file('names.npy', ascii('\x93NUMPY\x01\0')))).toMatch(/^names\.npy is a NumPy array/);
  expect(await why(file('face.h5', ascii('\xff\xd8\xff\xe0\0\x10JFIF\0')))).toMatch(/^face\.h5 is a picture/);
  expect(await why(file('shard.bin'))).toMatch(/^shard\.bin may be a network’s weights/);
  expect(await why(file('what.dat'))).toMatch(/^what\.dat is no network/);
  expect(await why(file('notes.json', '{"a": 1}'))).toMatch(/^notes\.json is JSON, but no model\.json/);
  expect(await why(file('arch.json', '{"class_name": "Functional", "config": {}}'))).toMatch(/without their weights/);
});

test('another framework’s file is sorted as one, alone and beside what is no network', async () => {
  expect((await sortFiles([file('a.onnx')])).kind).toBe('foreign');
  expect((await sortFiles([file('saved_model.pb'), file('notes.txt', 'x')])).kind).toBe('foreign');
  expect((await sortFiles([file('a.onnx'), file('model.json', '{}')])).kind).toBe('network');
  expect((await sortFiles([file('text.zip', 'hello')])).kind).toBe('network');
});
