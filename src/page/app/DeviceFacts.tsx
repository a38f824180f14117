import type { ReactNode } from 'react';
import type { DeviceInfo } from '../../shared/device';
import styles from './DeviceBadge.module.css';
import { backendNames } from './describeDevice';

/** The device in use, line by line. */
export function DeviceFacts({ device }: { readonly device: DeviceInfo }) {
  return (
    <dl className={styles.facts}>
      <Fact name="Backend">{backendNames[device.backend]}</Fact>
      <Fact name="Renderer">{device.renderer}</Fact>
      <Fact name="Precision">{device.precision === 'f32' ? '32-bit floats' : '16-bit floats'}</Fact>
      <Fact name="Workers">{device.workers}</Fact>
      <Fact name="Kernels">{device.kernels.join(', ')}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
