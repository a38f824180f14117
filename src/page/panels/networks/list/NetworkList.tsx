import { useEffect, useRef } from 'react';
import type { KeptNetwork } from '../../../../shared/keptNetwork';
import { chooseNetwork } from '../../../flows/chooseNetwork';
import { keptNetworksStore } from '../../../state/keptNetworks';
import { type NetworkEntry, networksStore } from '../../../state/networks';
import { type FiguresRun, figuresFraction, reportFiguresStore } from '../../../state/reportFigures';
import { selectionStore } from '../../../state/selection';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { describePreprocessing } from '../../../ui/describePreprocessing';
import { formatBytes, formatMillions, formatShape } from '../../../ui/format';
import { Section } from '../../../ui/Section';
import { useMediaQuery } from '../../../ui/useMediaQuery';
import { addSectionId } from './addSectionId';
import styles from './List.module.css';

/** All networks that are here: those that come along, and the user's own. */
export function NetworkList() {
  const entries = useStore(networksStore, (state) => state.entries);
  const kept = useStore(keptNetworksStore, (state) => state.kept);
  const narrow = useMediaQuery('(max-width: 1199px)');
  const shown = useStore(selectionStore, (selection) => selection.network);
  const figures = useStore(reportFiguresStore, ({ run }) => (run?.running === true ? run : null));
  const current = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another one comes in view
  useEffect(() => {
    // On a phone the network itself comes into view.
    if (!narrow) current.current?.scrollIntoView({ block: 'nearest' });
  }, [narrow, shown]);
  return (
    <Section title="Networks" aside={narrow && <Button onClick={goToAdd}>Add your own</Button>}>
      <ul className={styles.list}>
        {[...entries.values()].map((entry) => (
          <li key={entry.spec.id}>
            <button
              type="button"
              className={styles.item}
              {...(entry.spec.id === shown ? { ref: current } : {})}
              aria-current={entry.spec.id === shown}
              onClick={() => void chooseNetwork(entry.spec.id)}
            >
              <span className={styles.name}>{entry.spec.name}</span>
              {entry.spec.source.format === 'files' && <span className={styles.own}>your own</span>}
              {figures?.network === entry.spec.id && <span className={styles.line}>{figuresWords(figures)}</span>}
              {linesOf(entry, kept.get(entry.spec.id)).map((line) => (
                <span key={line} className={styles.line}>
                  {line}
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function goToAdd(): void {
  const section = document.getElementById(addSectionId);
  section?.focus({ preventScroll: true });
  section?.scrollIntoView({ block: 'start' });
}

const figuresWords = ({ figures }: FiguresRun) =>
  `the report’s figures are being made: ${Math.floor(figuresFraction(figures) * 100)} %`;

/** Size and input, what is done to a pixel, where it comes from: as far as it is known before the network is read. */
function linesOf(entry: NetworkEntry, kept: KeptNetwork | undefined): readonly string[] {
  const { preprocessing, source } = entry.spec;
  const from = kept === undefined ? entry.spec.origin?.source : `${kept.format} · ${kept.sourceName}`;
  const bytes = source.format === 'files' ? source.files.reduce((sum, { size }) => sum + size, 0) : 0;
  const size = [stateOf(entry), factsOf(entry, kept), bytes > 0 ? formatBytes(bytes) : ''].filter(Boolean).join(', ');
  return [
    size || 'read when it is chosen',
    describePreprocessing(preprocessing),
    ...(from === undefined ? [] : [from]),
  ];
}

function factsOf({ spec, loaded }: NetworkEntry, kept: KeptNetwork | undefined): string {
  const { parameters, input } = loaded?.info ?? kept ?? spec.stated ?? {};
  const shape = input === undefined ? '' : `input ${formatShape(input.slice(0, 2))}`;
  return [parameters === undefined ? '' : `${formatMillions(parameters)} parameters`, shape].filter(Boolean).join(', ');
}

/** Nothing for one that is ready. */
function stateOf({ loaded, progress, error }: NetworkEntry): string {
  if (loaded !== null) return '';
  if (error !== null) return 'could not be read';
  return progress === null ? '' : 'being read';
}
