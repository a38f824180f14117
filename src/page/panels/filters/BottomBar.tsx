import { Layers, Pause, Play, SlidersHorizontal } from 'lucide-react';
import { showSheet } from '../../state/view';
import { BottomBar as Bar, BottomTool } from '../../ui/BottomBar';
import { usePageSwitch } from './usePageSwitch';

/** The Filters bench's tools on a narrow screen. */
export function BottomBar() {
  const { label, disabled, act } = usePageSwitch();
  return (
    <Bar>
      <BottomTool icon={<Layers aria-hidden />} name="Layers" onClick={() => showSheet('layers')} />
      <BottomTool
        icon={label === 'Resume' ? <Play aria-hidden /> : <Pause aria-hidden />}
        name={label}
        disabled={disabled}
        onClick={act}
      />
      <BottomTool icon={<SlidersHorizontal aria-hidden />} name="Settings" onClick={() => showSheet('settings')} />
    </Bar>
  );
}
