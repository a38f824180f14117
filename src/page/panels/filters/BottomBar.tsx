import { Layers, Pause, Play, SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { showSheet } from '../../state/view';
import styles from './BottomBar.module.css';
import { usePageSwitch } from './usePageSwitch';

/** On a narrow screen: the tools, within the thumb's reach. */
export function BottomBar() {
  const { label, disabled, act } = usePageSwitch();
  return (
    <div role="toolbar" aria-label="Tools" className={styles.bar}>
      <Tool icon={<Layers aria-hidden />} name="Layers" onClick={() => showSheet('layers')} />
      <Tool
        icon={label === 'Resume' ? <Play aria-hidden /> : <Pause aria-hidden />}
        name={label}
        disabled={disabled}
        onClick={act}
      />
      <Tool icon={<SlidersHorizontal aria-hidden />} name="Settings" onClick={() => showSheet('settings')} />
    </div>
  );
}

interface ToolProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon, name, disabled = false, onClick }: ToolProps) {
  return (
    <button type="button" className={styles.tool} disabled={disabled} onClick={onClick}>
      {icon}
      {name}
    </button>
  );
}
