import { createStore } from 'zustand/vanilla';
import type { Backend, DeviceInfo } from '../../shared/device';

/** The device in use (null while it is being chosen) and the user's override. */
export const deviceStore = createStore<{ readonly device: DeviceInfo | null; readonly wanted: Backend | 'auto' }>(
  () => ({
    device: null,
    wanted: 'auto',
  }),
);
