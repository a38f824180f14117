import { describe, expect, it } from 'vitest';
import { npy } from '../../src/shared/raster/npy';

/** What NumPy 2.4.6 itself wrote: `numpy.save` of little-endian float32 arrays, base64. */
const byNumpy = [
  {
    shape: [2, 3],
    values: [0.5, -1, 2, 3.25, 1e-8, 7],
    base64:
      'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAA/AACAvwAAAEAAAFBAd8wrMgAA4EA=',
  },
  {
    shape: [2],
    values: [1.5, -2.5],
    base64:
      'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAMA/AAAgwA==',
  },
];

describe('npy', () => {
  it.each(byNumpy)('writes the bytes that NumPy writes for shape $shape', ({ shape, values, base64 }) => {
    expect(Buffer.from(npy(Float32Array.from(values), shape)).toString('base64')).toBe(base64);
  });

  it('lets the values begin at a multiple of 64 bytes, whatever the shape', () => {
    for (const shape of [
      [1, 1],
      [224, 224],
      [1000000, 1],
      [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    ]) {
      const count = shape.reduce((product, size) => product * size, 1);
      expect((npy(new Float32Array(count), shape).length - count * 4) % 64).toBe(0);
    }
  });

  it('refuses a shape that does not hold the values', () => {
    expect(() => npy(new Float32Array(5), [2, 3])).toThrow(RangeError);
  });
});
