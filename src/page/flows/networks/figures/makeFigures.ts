import { toSentError } from '../../../../shared/errors';
import type { LoadedNetwork } from '../../../../shared/network';
import { presetSettings } from '../../../../shared/presets';
import {
  type FigureProgress,
  type FiguresRun,
  figuresFraction,
  reportFiguresStore,
} from '../../../state/reportFigures';
import { cellOfLayer } from '../../cellOfLayer';
import { loadNetwork } from '../../loadNetwork';
import { drawFigure } from './drawFigure';
import { figureLayers, figureTiles } from './figureLayers';

let work = new AbortController();

/** Stops the figures; what is finished stays, and the next call goes on. */
export function stopFigures(): void {
  work.abort(new DOMException('Stopped', 'AbortError'));
  reportFiguresStore.setState(({ run }) => ({ run: run === null ? null : { ...run, running: false } }));
}

/**
 * Makes the report's figures of a network: the last convolution of each block, its first 64 filters as 8 × 8 tiles, by
 * the report's own algorithm and numbers. Goes on where it was stopped. Never rejects.
 */
export async function makeFigures(network: string): Promise<void> {
  work.abort(new DOMException('Superseded', 'AbortError'));
  work = new AbortController();
  const { signal } = work;
  try {
    const loaded = await loadNetwork(signal, network);
    begin(loaded);
    const { figures = [] } = reportFiguresStore.getState().run ?? {};
    for (const [index, { layer, filters, png }] of figures.entries()) {
      if (png !== null) continue;
      const job = { loaded, layer, filters, settings: presetSettings('seed-report', cellOfLayer(loaded, layer)) };
      const onProgress = (done: number, fraction: number) => {
        if (!signal.aborted) change(index, { done, fraction });
      };
      const drawn = await drawFigure(signal, job, onProgress);
      signal.throwIfAborted();
      change(index, { png: drawn, done: filters, fraction: 1 });
    }
    put({ running: false });
  } catch (error) {
    if (signal.aborted) return;
    const { message, remedy } = toSentError(error);
    put({ running: false, problem: { message, remedy } });
  }
}

/** What is finished of the same network stays. */
function begin(loaded: LoadedNetwork): void {
  const { id, hash } = loaded.info;
  const { run } = reportFiguresStore.getState();
  const figures =
    run?.hash === hash
      ? run.figures
      : figureLayers(loaded).map(
          ({ name, filters }): FigureProgress => ({
            layer: name,
            filters: Math.min(figureTiles, filters),
            done: 0,
            fraction: 0,
            png: null,
          }),
        );
  const fractionAtStart = figuresFraction(figures);
  const startedAt = performance.now();
  reportFiguresStore.setState({
    run: { network: id, hash, figures, running: true, startedAt, fractionAtStart, problem: null },
  });
}

function put(part: Partial<FiguresRun>): void {
  reportFiguresStore.setState(({ run }) => ({ run: run === null ? null : { ...run, ...part } }));
}

function change(index: number, part: Partial<FigureProgress>): void {
  const { run } = reportFiguresStore.getState();
  if (run !== null) put({ figures: run.figures.map((one, i) => (i === index ? { ...one, ...part } : one)) });
}
