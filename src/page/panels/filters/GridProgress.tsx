import { Pause, Play, SlidersHorizontal } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type PageProgress, pageProgress } from '../../state/pageProgress';
import { selectionStore } from '../../state/selection';
import { tilesStore } from '../../state/tiles';
import { useStore } from '../../state/useStore';
import { showSheet } from '../../state/view';
import { formatDuration } from '../../ui/format';
import { IconButton } from '../../ui/IconButton';
import { ProgressBar } from '../../ui/ProgressBar';
import styles from './GridProgress.module.css';
import { usePageSwitch } from './usePageSwitch';

/** How far the page is and how long it still takes, with the button that pauses it. */
export function GridProgress({ filters }: { readonly filters: readonly number[] }) {
  const running = useStore(tilesStore, (state) => state.running);
  const paused = useStore(tilesStore, (state) => state.paused);
  const { label, disabled, act } = usePageSwitch();
  const progress = useProgress(filters, running && !paused);
  const words = inWords(progress, running, paused);
  const count = `${progress.finished} of ${progress.total} ${progress.total === 1 ? 'picture' : 'filters'}`;
  return (
    <div className={styles.progress}>
      <p role="status" className="visually-hidden">
        {paused && 'Paused'}
        {!running && progress.total > 0 && progress.finished === progress.total && 'All filters of this page are done'}
      </p>
      <div className={styles.bar}>
        <p className={styles.words}>
          <span>{count}</span>
          <span>{words}</span>
        </p>
        <ProgressBar label="Page of filters" fraction={progress.fraction} text={`${count}, ${words}`} />
      </div>
      <IconButton
        className={styles.pause}
        look="plain"
        label={label}
        icon={label === 'Resume' ? <Play aria-hidden /> : <Pause aria-hidden />}
        disabled={disabled}
        onClick={act}
      />
      <IconButton
        className={styles.settings}
        look="plain"
        label="Ascent settings"
        icon={<SlidersHorizontal aria-hidden />}
        onClick={() => showSheet('settings')}
      />
    </div>
  );
}

function inWords({ finished, total, remaining }: PageProgress, running: boolean, paused: boolean): string {
  if (paused) return 'paused';
  if (!running) return finished === total ? 'done' : 'stopped';
  return remaining === null ? 'estimating the time' : `${formatDuration(remaining)} left`;
}

/** Reads the progress twice a second while tiles sharpen: often enough for a person, and never once a frame. */
function useProgress(filters: readonly number[], live: boolean): PageProgress {
  // At rest every change counts: a page that the cache fills never runs.
  const still = useStore(tilesStore, (state) => (live ? null : state.tiles));
  const [progress, setProgress] = useState(() => readProgress(filters));
  // biome-ignore lint/correctness/useExhaustiveDependencies: other tiles have to be read
  useEffect(() => {
    const read = () => setProgress(readProgress(filters));
    read();
    if (!live) return;
    const timer = setInterval(read, 500);
    return () => clearInterval(timer);
  }, [filters, live, still]);
  return progress;
}

function readProgress(filters: readonly number[]): PageProgress {
  const { tiles, startedAt, stepsAtStart } = tilesStore.getState();
  const stepsPerTile = selectionStore.getState().settings.steps;
  return pageProgress({ tiles, filters, stepsPerTile, startedAt, stepsAtStart, now: performance.now() });
}
