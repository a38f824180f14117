import { engine } from '../../../src/page/engine/instance';
import { headFor } from '../../../src/page/flows/gallery/headFor';
import type { StudySource } from '../../../src/page/flows/people/addPhotos';
import { removeStudy } from '../../../src/page/flows/people/removeStudy';
import { startStudy } from '../../../src/page/flows/people/startStudy';
import { studyStore } from '../../../src/page/state/study';
import { openFaces } from '../recognition/openFaces';
import { showBench } from './showBench';
import { studyPhotos } from './studyPhotos';

export interface StudyReport {
  readonly photos: number;
  readonly measured: number;
  readonly failures: readonly { readonly file: string; readonly message: string }[];
  /** Milliseconds from the start to the last photo, networks and head being there. */
  readonly wall: number;
  readonly workers: number;
  /** Tasks of the main thread of 50 ms and more: milliseconds. */
  readonly longTasks: readonly number[];
}

let sources: readonly StudySource[] = [];
const signal = new AbortController().signal;
const network = 'hse-mobilenet';

/** Makes the photos, and loads and trains what a study needs: none of it is timed. */
export async function prepareStudy(count: number): Promise<void> {
  await openFaces(signal);
  await headFor(signal, network, () => {});
  sources = await studyPhotos(signal, count);
}

/** Measures the photos by the app's own flow, with the People bench on screen; `tell` hears how many are done. */
export async function runStudy(tell: (done: number) => void): Promise<StudyReport> {
  const hideBench = showBench();
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  let told = -1;
  const stop = studyStore.subscribe(({ measured, failures }) => {
    const done = measured.size + failures.size;
    if (done === told) return;
    told = done;
    tell(done);
  });
  const begun = performance.now();
  await startStudy(sources, { network, method: 'grad-cam' });
  const wall = performance.now() - begun;
  stop();
  observer.disconnect();
  const { measured, failures } = studyStore.getState();
  const { workers } = await engine().device();
  const report = {
    photos: sources.length,
    measured: measured.size,
    failures: [...failures.values()].map(({ file, message }) => ({ file, message })),
    ...{ wall, workers, longTasks },
  };
  await removeStudy();
  hideBench();
  return report;
}
