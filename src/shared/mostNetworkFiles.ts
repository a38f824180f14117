/** Files of one network at most, chosen or kept: VGG16 in TensorFlow.js's shards of 4 MB has 139. */
export const mostNetworkFiles = 256;
