import type { OcclusionSettings } from '../../../../shared/mask';
import { measureOcclusion } from '../../../flows/masks/measureOcclusion';
import { maskResultsStore } from '../../../state/maskResults';
import { maskViewStore } from '../../../state/maskView';
import { useStore } from '../../../state/useStore';
import { formatCount } from '../../../ui/format';
import { NumberField } from '../../../ui/NumberField';
import { SelectField } from '../../../ui/SelectField';
import { KeptSection } from '../KeptSection';
import table from '../Table.module.css';
import { fillOptions } from './fillOptions';
import styles from './Measured.module.css';
import { MeasuredFigure } from './MeasuredFigure';
import { RunButton } from './RunButton';
import { useFaceInput, useRunning } from './useFaceInput';
import { useTargetUnit } from './useTargetUnit';

/** A patch slides over the face; where the target falls, the network needs what was hidden. */
export function OcclusionSection() {
  const input = useFaceInput();
  const running = useRunning('occlusion');
  const unit = useTargetUnit();
  const occlusion = useStore(maskResultsStore, (state) => state.occlusion);
  const settings = useStore(maskViewStore, (view) => view.occlusion);
  const change = (part: Partial<OcclusionSettings>) =>
    maskViewStore.setState((view) => ({ occlusion: { ...view.occlusion, ...part } }));
  const shown = occlusion?.input === input ? occlusion : null;
  const { stride } = shown !== null && running ? shown.settings : settings;
  const patches = input === null ? 0 : Math.ceil(input.width / stride) * Math.ceil(input.height / stride);
  const most = Math.min(input?.width ?? 224, input?.height ?? 224);
  return (
    <KeptSection title="Occlusion sensitivity" folds="closed">
      <p className={table.note}>
        A patch slides over the face without its mask. Red: the target falls when this place is hidden, so it speaks for
        it. Blue: the target rises.
      </p>
      <div className={styles.fields}>
        <NumberField
          label="Patch"
          unit="px"
          value={settings.patch}
          min={4}
          max={most}
          whole
          onCommit={(patch) => change({ patch })}
        />
        <NumberField
          label="Stride"
          unit="px"
          value={settings.stride}
          min={2}
          max={most}
          whole
          onCommit={(stride) => change({ stride })}
        />
        <SelectField label="Fill" value={settings.fill} options={fillOptions} onChange={(fill) => change({ fill })} />
      </div>
      <RunButton
        kind="occlusion"
        start="Measure occlusion"
        onStart={() => void measureOcclusion(settings)}
        fraction={shown?.fraction ?? 0}
        parts={{ count: patches, name: 'patches' }}
        before={occlusion?.input ?? null}
      >
        {input !== null && (
          <span className={table.note}>{patches === 1 ? '1 patch' : `${formatCount(patches)} patches`}</span>
        )}
      </RunButton>
      {settings.stride > settings.patch && (
        <p className={table.note}>
          The stride is larger than the patch: what lies between two patches is never hidden, and the map says nothing
          of it.
        </p>
      )}
      {shown !== null && (
        <MeasuredFigure
          measured={shown}
          title="Occlusion"
          settings={`patch ${shown.settings.patch}, stride ${shown.settings.stride}, ${shown.settings.fill}`}
          running={running}
          unit={`drop of the ${unit} under the patch`}
        />
      )}
    </KeptSection>
  );
}
