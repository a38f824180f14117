import type { Explanation, MethodId } from '../../../shared/explain';
import { methods } from '../../../shared/methods';
import { engine } from '../../engine/instance';
import { type ComparedSubject, comparisonStore, explanationStore } from '../../state/explanation';
import { networksStore } from '../../state/networks';
import { notifyError } from '../../state/notices';
import { mapLayers } from './defaultMapLayer';
import { currentSubject } from './explainCrop';
import { explanationSignal } from './faceWork';
import { sameSubject } from './sameSubject';

/** Score-CAM takes a forward pass a channel: its cells of the table are filled one by one, by `compareScoreCam`. */
export const onDemand: MethodId = 'score-cam';
const mostLayers = 5;

export const comparisonKey = (method: MethodId, layer: string) => `${method}|${layer}`;

/**
 * Fills the method × layer table for the face that is shown, small maps as they come; those that are there already are
 * not computed again. Never rejects.
 */
export async function compareMethods(): Promise<void> {
  const signal = explanationSignal();
  const subject = currentSubject();
  const loaded = subject && networksStore.getState().entries.get(subject.network)?.loaded;
  if (!subject || !loaded) return;
  const layers = spread(
    mapLayers(loaded, subject.target.kind === 'class' ? subject.target : { kind: subject.target.kind }).map(
      ({ name }) => name,
    ),
    subject.layer,
  );
  const cells = methods.flatMap(({ id: method, layered }) =>
    layered ? layers.map((layer) => ({ method, layer })) : [{ method, layer: '' }],
  );
  const { settings } = explanationStore.getState();
  const { network, input, target } = subject;
  const maps = knownMaps({ input, target, settings }, cells);
  const total = cells.filter(({ method }) => method !== onDemand).length;
  comparisonStore.setState({ subject: { input, target, settings }, layers, maps, total, running: true });
  const missing = cells.filter(({ method, layer }) => method !== onDemand && !maps.has(comparisonKey(method, layer)));
  const work = missing.map(async ({ method, layer }) => {
    const request = { network, input, target, layer: layer || subject.layer, method, settings };
    keepCompared(comparisonKey(method, layer), await engine().run(signal, 'explain', request, { priority: 5 }));
  });
  const ends = await Promise.allSettled(work);
  if (signal.aborted) return;
  comparisonStore.setState({ running: false });
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) notifyError(failed.reason);
}

interface Cell {
  readonly method: MethodId;
  readonly layer: string;
}

/** Maps of these cells that an earlier run has left. */
function knownMaps(subject: ComparedSubject, cells: readonly Cell[]): ReadonlyMap<string, Explanation> {
  const { subject: before, maps } = comparisonStore.getState();
  if (before === null || !sameSubject(subject, before)) return new Map();
  const keys = new Set(cells.map(({ method, layer }) => comparisonKey(method, layer)));
  return new Map([...maps].filter(([key]) => keys.has(key)));
}

/** Puts a map into the table. */
export function keepCompared(key: string, explanation: Explanation): void {
  comparisonStore.setState(({ maps }) => ({ maps: new Map(maps).set(key, explanation) }));
}

/** A few layers, evenly spread from the first to the last, the shown one among them. */
function spread(names: readonly string[], shown: string): readonly string[] {
  if (names.length <= mostLayers) return names;
  const picked = Array.from(
    { length: mostLayers },
    (_, i) => names[Math.round((i * (names.length - 1)) / (mostLayers - 1))],
  );
  return names.filter((name) => name === shown || picked.includes(name));
}
