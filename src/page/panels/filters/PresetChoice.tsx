import { RotateCcw } from 'lucide-react';
import type { AscentSettings } from '../../../shared/ascent';
import { presetSettings, presets } from '../../../shared/presets';
import { changeSettings } from '../../flows/changeSettings';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/SelectField';
import { countChanges } from './countChanges';
import styles from './SettingsForm.module.css';

const options = presets.map(({ id, title }) => ({ value: id, label: title }));

/** The preset in use, where it comes from, and how many of its numbers have been changed. */
export function PresetChoice({ settings }: { readonly settings: AscentSettings }) {
  const source = presets.find(({ id }) => id === settings.preset)?.source;
  const cell = useStore(selectionStore, (selection) => selection.cell);
  const changes = countChanges(settings, cell);
  return (
    <div className={styles.preset}>
      <SelectField
        label="Preset"
        value={settings.preset}
        options={options}
        onChange={(id) => changeSettings(presetSettings(id, cell))}
      />
      <p className={styles.source}>{source}</p>
      {changes > 0 && (
        <div className={styles.changed}>
          {changes === 1 ? '1 value changed' : `${changes} values changed`}
          <Button
            look="quiet"
            icon={<RotateCcw aria-hidden />}
            onClick={() => changeSettings(presetSettings(settings.preset, cell))}
          >
            Reset
          </Button>
        </div>
      )}
    </div>
  );
}
