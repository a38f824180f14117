import { Popover } from '@base-ui/react/popover';
import { Cpu } from 'lucide-react';
import type { Backend, DeviceInfo } from '../../shared/device';
import { chooseDevice } from '../flows/chooseDevice';
import { helpGpu } from '../flows/helpGpu';
import { deviceStore } from '../state/device';
import { notifyError } from '../state/notices';
import { useStore } from '../state/useStore';
import popup from '../ui/Popup.module.css';
import { type Option, SelectField } from '../ui/SelectField';
import { Toggle } from '../ui/Toggle';
import styles from './DeviceBadge.module.css';
import { DeviceFacts } from './DeviceFacts';
import { describeDevice } from './describeDevice';

const choices: readonly Option<Backend | 'auto'>[] = [
  { value: 'auto', label: 'Automatic', detail: 'whatever is fastest here' },
  { value: 'webgl', label: 'WebGL', detail: 'the graphics processor' },
  { value: 'webgpu', label: 'WebGPU', detail: 'the graphics processor, newer interface' },
  { value: 'wasm', label: 'WebAssembly', detail: 'one worker for each processor core' },
  { value: 'cpu', label: 'JavaScript', detail: 'slow; where nothing else works' },
];

const isGpu = (device: DeviceInfo | null) => device?.backend === 'webgl' || device?.backend === 'webgpu';

/** What the page computes on; opens the details and the override. */
export function DeviceBadge() {
  const device = useStore(deviceStore, (state) => state.device);
  const wanted = useStore(deviceStore, (state) => state.wanted);
  const failed = useStore(deviceStore, (state) => state.failed);
  const help = useStore(deviceStore, (state) => state.help);
  const words = describeDevice(device, failed);
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.badge} aria-label={`Device: ${words}`}>
        <Cpu aria-hidden className={styles.icon} />
        <span className={styles.words}>{words}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={popup.positioner} sideOffset={8} align="end">
          <Popover.Popup className={styles.details}>
            <Popover.Title className={styles.title}>Device</Popover.Title>
            {device !== null && <DeviceFacts device={device} />}
            <SelectField
              label="Compute on"
              value={wanted}
              options={choices}
              onChange={(backend) => void chooseDevice(backend).catch(notifyError)}
            />
            {isGpu(device) && <Toggle label="The processor helps" checked={help} onChange={helpGpu} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
