import { useEffect, useRef, useState } from 'react';
import { isMapCurrent } from '../../flows/faces/isMapCurrent';
import { resumeFaceWork } from '../../flows/faces/resumeFaceWork';
import { stopFaceWork } from '../../flows/faces/stopFaceWork';
import { explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { networksStore } from '../../state/networks';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { Button } from '../../ui/Button';
import { ProgressBar } from '../../ui/ProgressBar';
import styles from './StageLine.module.css';

/** Milliseconds after which work has become worth a word; most of it is done before. */
const patience = 300;

/** What is under way, how far it is, and the button that ends it. Keeps its height when there is nothing to say. */
export function StageLine() {
  const stage = useStage();
  const late = useLate(stage !== null);
  const stopped = useStopped();
  const problem = useStore(facesStore, (state) => state.problem !== null);
  const last = useLastWords(stage?.words ?? null);
  const resumable = stage === null && stopped && !problem;
  return (
    <div className={styles.line} data-idle={!late && !resumable}>
      <p role="status" className={stage === null ? 'visually-hidden' : styles.words} data-late={late}>
        {late && stage?.words}
      </p>
      {late && stage !== null && (
        <>
          <div className={styles.bar}>
            <ProgressBar label="Progress" fraction={stage.fraction} text={stage.words} />
          </div>
          <Button look="quiet" onClick={stopFaceWork}>
            Stop
          </Button>
        </>
      )}
      {resumable && (
        <>
          <p className={styles.words}>Stopped{last !== null && `: ${last}`}</p>
          <Button onClick={() => void resumeFaceWork()}>Go on</Button>
        </>
      )}
    </div>
  );
}

/** The bench's stage; while a network is being read, with the share that has come. */
function useStage() {
  const stage = useStore(facesStore, (state) => state.stage);
  const progress = useStore(explanationStore, (state) => state.progress);
  const network = useStore(selectionStore, (selection) => selection.network);
  const loading = useStore(networksStore, ({ entries }) => entries.get(network)?.progress ?? null);
  if (stage === null) return progress === null ? null : { words: 'Explaining', fraction: progress };
  if (stage.fraction !== null || loading === null || loading.totalBytes === 0) return stage;
  return { words: stage.words, fraction: loading.loadedBytes / loading.totalBytes };
}

/** Whether what was asked for is missing, and the map in view an older one or none. */
function useStopped(): boolean {
  const { choice, recognition, crop } = useStore(facesStore, (state) => state);
  // What is asked for hangs on these, too.
  useStore(explanationStore, (state) => state);
  useStore(networksStore, ({ entries }) => entries);
  if (choice === null) return false;
  return recognition === null || crop === null || !isMapCurrent();
}

function useLate(busy: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!busy) return;
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [busy]);
  return busy && late;
}

/** What was under way last. */
function useLastWords(words: string | null): string | null {
  const last = useRef(words);
  if (words !== null) last.current = words;
  return last.current;
}
