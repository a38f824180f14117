import { Layers, Pause, Play, SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { togglePause } from '../../flows/togglePause';
import { tilesStore } from '../../state/tiles';
import { useStore } from '../../state/useStore';
import { showSheet } from '../../state/view';
import styles from './BottomBar.module.css';

/** On a narrow screen: the tools, within the thumb's reach. */
export function BottomBar() {
  const running = useStore(tilesStore, (state) => state.running);
  const paused = useStore(tilesStore, (state) => state.paused);
  return (
    <div role="toolbar" aria-label="Tools" className={styles.bar}>
      <Tool icon={<Layers aria-hidden />} name="Layers" onClick={() => showSheet('layers')} />
      <Tool
        icon={paused ? <Play aria-hidden /> : <Pause aria-hidden />}
        name={paused ? 'Resume' : 'Pause'}
        disabled={!running}
        onClick={togglePause}
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
