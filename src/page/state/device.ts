import { createStore } from 'zustand/vanilla';
import type { Backend, DeviceInfo } from '../../shared/device';

export interface DeviceState {
  /** Null while it is being chosen, and when none works. */
  readonly device: DeviceInfo | null;
  /** No device works. */
  readonly failed: boolean;
  /** The user's override. */
  readonly wanted: Backend | 'auto';
  /** The user wants the processor to help a GPU. */
  readonly help: boolean;
}

/** The device in use and the user's wish. */
export const deviceStore = createStore<DeviceState>(() => ({
  device: null,
  failed: false,
  wanted: 'auto',
  help: false,
}));
