/** The HDF5 library, compiled to WebAssembly, once it is ready. */
export type Hdf5Library = Awaited<typeof import('h5wasm').ready>;
