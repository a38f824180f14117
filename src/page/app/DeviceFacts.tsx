import { backendNames, type DeviceInfo } from '../../shared/device';
import { Fact } from '../ui/Fact';
import { formatBytes, formatCount } from '../ui/format';
import styles from './DeviceBadge.module.css';
import { useMemory } from './useMemory';

/** The device in use, line by line. */
export function DeviceFacts({ device }: { readonly device: DeviceInfo }) {
  const memory = useMemory();
  return (
    <dl className={styles.facts}>
      <Fact name="Backend">{backendNames[device.backend]}</Fact>
      <Fact name="Renderer">{device.renderer}</Fact>
      <Fact name="Precision">{device.precision === 'f32' ? '32-bit floats' : '16-bit floats'}</Fact>
      <Fact name="Workers">
        {device.helpers > 0 ? `${device.workers}, and ${device.helpers} of WebAssembly that help` : device.workers}
      </Fact>
      <Fact name="Kernels">{device.kernels.join(', ')}</Fact>
      <Fact name="Memory">
        {memory === null
          ? '–'
          : `${formatBytes(memory.deviceBytes)}, ${formatBytes(memory.tensorBytes)} of it in ${formatCount(memory.tensors)} tensors`}
      </Fact>
    </dl>
  );
}
