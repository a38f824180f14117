import { Download, Play, Square } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { LayerInfo, LoadedNetwork } from '../../../../shared/network';
import { figureLayers, figureTiles } from '../../../flows/networks/figures/figureLayers';
import { makeFigures, stopFigures } from '../../../flows/networks/figures/makeFigures';
import { saveFigures } from '../../../flows/networks/figures/saveFigures';
import { notifyError } from '../../../state/notices';
import { type FiguresRun, figuresFraction, reportFiguresStore } from '../../../state/reportFigures';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { formatDuration } from '../../../ui/format';
import { Problem } from '../../../ui/Problem';
import { ProgressBar } from '../../../ui/ProgressBar';
import { Section } from '../../../ui/Section';
import { FigureCard } from './FigureCard';
import styles from './Figures.module.css';

/** The report's figures of this network, by one click: how far they are, and the pictures as they come. */
export function FiguresSection({ loaded }: { readonly loaded: LoadedNetwork }) {
  const run = useStore(reportFiguresStore, (state) => (state.run?.hash === loaded.info.hash ? state.run : null));
  const layers = figureLayers(loaded);
  if (layers.length === 0) return null;
  const finished = run?.figures.filter(({ png }) => png !== null).length ?? 0;
  const running = run?.running === true;
  const complete = run !== null && finished === run.figures.length;
  return (
    <Section title="The report’s figures">
      <p className={styles.help}>
        {whichFilters(layers)} of the last convolution of each block, 8&nbsp;×&nbsp;8, by the report’s own algorithm and
        numbers: {layers.map(({ name }) => name).join(', ')}. Filters that stay at 0 are left black.
      </p>
      <div className={styles.buttons}>
        {running ? (
          <Button icon={<Square aria-hidden />} onClick={stopFigures}>
            Stop
          </Button>
        ) : (
          !complete && (
            <Button icon={<Play aria-hidden />} onClick={() => void makeFigures(loaded.info.id)}>
              {run === null ? 'Make the figures' : 'Go on'}
            </Button>
          )
        )}
        {finished > 0 && (
          <Button icon={<Download aria-hidden />} onClick={() => void saveFigures().catch(notifyError)}>
            Save {finished === 1 ? 'it' : `all ${finished}`} (zip)
          </Button>
        )}
      </div>
      {run?.problem != null && <Problem message={run.problem.message} remedy={run.problem.remedy} />}
      {run !== null && !complete && <Progress run={run} />}
      {run !== null && (
        <ul className={styles.figures}>
          {run.figures.map((figure) => (
            <FigureCard key={figure.layer} network={loaded.info.id} figure={figure} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function whichFilters(layers: readonly LayerInfo[]): string {
  if (layers.every(({ filters }) => filters >= figureTiles)) return `The first ${figureTiles} filters`;
  const all = layers.every(({ filters }) => filters <= figureTiles);
  return all ? 'All filters' : `The first ${figureTiles} filters, or all where there are fewer,`;
}

function Progress({ run }: { readonly run: FiguresRun }) {
  const box = useRef<HTMLDivElement>(null);
  // Whoever has just begun it sees it move.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const fraction = figuresFraction(run.figures);
  const words = `${Math.floor(fraction * 100)} %${run.running ? left(run, fraction) : ', stopped'}`;
  return (
    <div ref={box} className={styles.progress}>
      <p className={styles.words}>{words}</p>
      <ProgressBar label="The report’s figures" fraction={fraction} text={words} />
    </div>
  );
}

/** Deeper layers take longer: it is an estimate from what was done so far. */
function left({ startedAt, fractionAtStart }: FiguresRun, fraction: number): string {
  const gained = fraction - fractionAtStart;
  if (gained < 0.01) return '';
  const elapsed = performance.now() - startedAt;
  return `, at least ${formatDuration(((1 - fraction) * elapsed) / gained)} left`;
}
