import { ImageDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { takeDropped } from '../flows/takeDropped';
import { takeFiles } from '../flows/takeFiles';
import { type BenchName, benchStore } from '../state/bench';
import { useStore } from '../state/useStore';
import styles from './DropTarget.module.css';

const hasFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') === true;

const titles: Partial<Record<BenchName, string>> = {
  masks: 'Drop the photo, or a mask',
  people: 'Drop folders or photos',
  networks: 'Drop a network’s files',
};
const remarks: Partial<Record<BenchName, string>> = {
  people: 'They stay on this device.',
  networks: 'They stay on this device. A photo may be dropped, too.',
};

/** Files come in anywhere on the page, dropped or pasted; while they are dragged over it, the page says so. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  const bench = useStore(benchStore, (state) => state.bench);
  useEffect(() => listen(setOver), []);
  if (!over) return null;
  return (
    <div className={styles.target} aria-hidden>
      <div className={styles.words}>
        <ImageDown />
        <p className={styles.title}>{titles[bench] ?? 'Drop the photo'}</p>
        <p>{remarks[bench] ?? 'It stays on this device. A network’s files may be dropped, too.'}</p>
      </div>
    </div>
  );
}

/** An event that something on the page has already taken, such as a drop zone of its own, is left to it. */
function listen(tell: (over: boolean) => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const over = (event: DragEvent) => {
    if (!hasFiles(event.dataTransfer)) return;
    tell(!event.defaultPrevented);
    event.preventDefault();
  };
  const leave = (event: DragEvent) => {
    // Only where the pointer leaves the window it enters nothing.
    if (event.relatedTarget === null) tell(false);
  };
  const drop = (event: DragEvent) => {
    tell(false);
    if (event.defaultPrevented || !hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) void takeDropped(event.dataTransfer);
  };
  const paste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (event.defaultPrevented || files.length === 0) return;
    event.preventDefault();
    void takeFiles(files);
  };
  window.addEventListener('dragenter', over, { signal });
  window.addEventListener('dragover', over, { signal });
  window.addEventListener('dragleave', leave, { signal });
  window.addEventListener('drop', drop, { signal });
  window.addEventListener('paste', paste, { signal });
  return () => controller.abort();
}
