import { showLayer } from '../../flows/showLayer';
import { togglePause } from '../../flows/togglePause';
import { selectionStore } from '../../state/selection';
import { type TilesState, tilesStore } from '../../state/tiles';
import { useStore } from '../../state/useStore';

export interface PageSwitch {
  readonly label: 'Pause' | 'Resume';
  readonly disabled: boolean;
  readonly act: () => void;
}

type Work = 'running' | 'paused' | 'stopped' | 'idle';

/** `stopped`: something ended the page's work before its tiles were done; they can still go on. */
function workOf({ running, paused, tiles }: TilesState): Work {
  if (running) return paused ? 'paused' : 'running';
  const waiting = [...tiles.values()].some(({ status }) => status === 'queued' || status === 'running');
  return waiting ? 'stopped' : 'idle';
}

function goOn(): void {
  const { network, layer, pageStart } = selectionStore.getState();
  if (layer !== null) void showLayer({ network, layer, pageStart });
}

/** The one button that pauses the page's work and lets it go on. */
export function usePageSwitch(): PageSwitch {
  const work = useStore(tilesStore, workOf);
  return {
    label: work === 'paused' || work === 'stopped' ? 'Resume' : 'Pause',
    disabled: work === 'idle',
    act: work === 'stopped' ? goOn : togglePause,
  };
}
