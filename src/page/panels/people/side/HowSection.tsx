import { useState } from 'react';
import { methods } from '../../../../shared/methods';
import type { StudySettings } from '../../../../shared/people';
import { defaultMapLayer, mapLayers } from '../../../flows/faces/defaultMapLayer';
import { measuredAgain } from '../../../flows/people/changeStudy';
import { chooseHow } from '../../../flows/people/chooseHow';
import { explanationStore } from '../../../state/explanation';
import { networksStore } from '../../../state/networks';
import { peopleViewStore } from '../../../state/peopleView';
import { selectionStore } from '../../../state/selection';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { formatShape } from '../../../ui/format';
import { NumberField } from '../../../ui/NumberField';
import { Section } from '../../../ui/Section';
import { SelectField } from '../../../ui/SelectField';
import { type Asked, MeasureAgain } from './MeasureAgain';
import styles from './Side.module.css';

const methodOptions = methods.map(({ id, title }) => ({ value: id, label: title }));
const most = { seed: 2 ** 31 - 1, resamples: 100_000 } as const;

/** By which network, layer and method all photos are measured, and how the figures are resampled. */
export function HowSection() {
  const how = useHow();
  const entry = useStore(networksStore, ({ entries }) => entries.get(how.network));
  const loaded = entry?.loaded ?? null;
  const layers = loaded === null ? [] : mapLayers(loaded, { kind: 'class' });
  const layered = methods.find(({ id }) => id === how.method)?.layered ?? true;
  const [asked, setAsked] = useState<Asked | null>(null);
  // What took minutes or hours to measure goes only by a second word.
  const choose = (change: Partial<StudySettings>) => {
    const photos = measuredAgain(change);
    if (photos === 0) chooseHow(change);
    else setAsked({ change, photos });
  };
  return (
    <Section title="How they are measured" folds="closed">
      <div className={styles.fields}>
        <p>{entry?.spec.name ?? how.network}</p>
        <SelectField
          label="Method"
          value={how.method}
          options={methodOptions}
          onChange={(method) => choose({ method })}
        />
        {layered && layers.length > 0 && (
          <SelectField
            label="Layer"
            value={how.layer ?? (loaded === null ? '' : (defaultMapLayer(loaded) ?? ''))}
            options={layers.map(({ name, outputShape }) => ({
              value: name,
              label: name,
              detail: formatShape(outputShape),
            }))}
            onChange={(layer) => choose({ layer })}
          />
        )}
        <NumberField
          label="Seed"
          value={how.seed}
          min={0}
          max={most.seed}
          whole
          onCommit={(seed) => choose({ seed })}
        />
        <NumberField
          label="Resamples"
          value={how.resamples}
          min={100}
          max={most.resamples}
          whole
          step={100}
          onCommit={(resamples) => choose({ resamples })}
        />
        <p className={styles.note}>
          The map explains the most probable person of the gallery, or the most probable class where the network has no
          embedding. Another network, layer or method measures all photos again.
        </p>
      </div>
      <MeasureAgain asked={asked} onClose={() => setAsked(null)} />
    </Section>
  );
}

/** How the study was measured; before there is one, how it will be. */
function useHow(): Omit<StudySettings, 'layer'> & { readonly layer: string | null } {
  const settings = useStore(studyStore, (state) => state.settings);
  const wanted = useStore(peopleViewStore, (view) => view.wanted);
  const shown = useStore(selectionStore, (selection) => selection.network);
  const method = useStore(explanationStore, (state) => state.method);
  const { network = shown, seed = 1, resamples = 10_000 } = wanted;
  const chosen = useStore(explanationStore, ({ layers }) => layers.get(network));
  if (settings !== null) return settings;
  const layer = wanted.layer ?? chosen ?? null;
  return { network, layer, method: wanted.method ?? method, seed, resamples };
}
