/** A class's name as Keras writes it into paths: `DepthwiseConv2D` → `depthwise_conv2d`, `PReLU` → `p_re_lu`. */
export const snakeCase = (name: string): string =>
  name
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
