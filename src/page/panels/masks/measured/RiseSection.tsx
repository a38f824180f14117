import type { RiseSettings } from '../../../../shared/mask';
import { measureRise } from '../../../flows/masks/measureRise';
import { maskResultsStore } from '../../../state/maskResults';
import { maskViewStore } from '../../../state/maskView';
import { useStore } from '../../../state/useStore';
import { NumberField } from '../../../ui/NumberField';
import { KeptSection } from '../KeptSection';
import table from '../Table.module.css';
import styles from './Measured.module.css';
import { MeasuredFigure } from './MeasuredFigure';
import { RunButton } from './RunButton';
import { useFaceInput, useRunning } from './useFaceInput';

/** Random masks, and which open places go with a high target. */
export function RiseSection() {
  const input = useFaceInput();
  const running = useRunning('rise');
  const rise = useStore(maskResultsStore, (state) => state.rise);
  const settings = useStore(maskViewStore, (view) => view.rise);
  const change = (part: Partial<RiseSettings>) =>
    maskViewStore.setState((view) => ({ rise: { ...view.rise, ...part } }));
  const shown = rise?.input === input ? rise : null;
  return (
    <KeptSection title="RISE" folds="closed">
      <p className={table.note}>
        Many random masks hide about half of the face each. The map is the mean of the masks, weighted by the target:
        what is open when the target is high counts most. The same seed gives the same map.
      </p>
      <div className={styles.fields}>
        <NumberField
          label="Masks"
          value={settings.masks}
          min={10}
          max={8000}
          whole
          onCommit={(masks) => change({ masks })}
        />
        <NumberField
          label="Seed"
          value={settings.seed}
          min={0}
          max={4294967295}
          whole
          onCommit={(seed) => change({ seed })}
        />
      </div>
      <RunButton
        kind="rise"
        start="Measure RISE"
        onStart={() => void measureRise(settings)}
        fraction={shown?.fraction ?? 0}
        parts={{ count: shown?.settings.masks ?? settings.masks, name: 'masks' }}
        before={rise?.input ?? null}
      />
      {shown !== null && (
        <MeasuredFigure
          measured={shown}
          title="RISE"
          settings={`${shown.settings.masks} masks, seed ${shown.settings.seed}`}
          running={running}
          unit="weighted mean of the masks"
          fromZero={false}
        />
      )}
    </KeptSection>
  );
}
