/**
 * Whether a file that says nothing of itself may hold a network's weights, by its name: tensorflowjs writes
 * group1-shard1of4.bin, and older versions left the ending out.
 * @param path with or without folders
 */
export function seemsShard(path: string): boolean {
  const name = path.split('/').at(-1) ?? path;
  return /shard|\.bin$/i.test(name) || !/\../.test(name);
}
