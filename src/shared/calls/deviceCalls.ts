import type { Backend, DeviceReport, MemoryReport } from '../device';

/** What a worker is asked about its device. */
export interface DeviceCalls {
  /** Opens a device; the first call of every worker. */
  open: { arguments: { backend: Backend }; result: DeviceReport; event: never };
  /** Milliseconds for a fixed convolution job on this device, to choose between two plausible ones. */
  calibrate: { arguments: Record<never, never>; result: { milliseconds: number }; event: never };
  memory: { arguments: Record<never, never>; result: MemoryReport; event: never };
}
