import * as tf from '@tensorflow/tfjs';
import weightsUrl from '@vladmandic/human/models/faceres.bin?url';
import modelUrl from '@vladmandic/human/models/faceres.json?url';
import type { Forward } from './forward';

async function readArtifacts(): Promise<tf.io.ModelArtifacts> {
  const { modelTopology, weightsManifest } = (await (await fetch(modelUrl)).json()) as tf.io.ModelJSON;
  const weightData = await (await fetch(weightsUrl)).arrayBuffer();
  return { modelTopology, weightSpecs: weightsManifest.flatMap((group) => group.weights), weightData };
}

/** HSE-FaceRes as tfjs's own graph executor runs it, up to a ReLU6 such as conv_pw_7_relu. */
export async function hseMobilenet(): Promise<Forward> {
  const model = await tf.loadGraphModel({ load: readArtifacts });
  return (input, layer) => model.execute(input, `${layer}/clip_by_value`) as tf.Tensor4D;
}
