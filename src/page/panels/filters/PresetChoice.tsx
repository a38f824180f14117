import { RotateCcw } from 'lucide-react';
import type { AscentSettings } from '../../../shared/ascent';
import { presetSettings, presets } from '../../../shared/presets';
import { changeSettings } from '../../flows/changeSettings';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/SelectField';
import { countChanges } from './countChanges';
import styles from './SettingsForm.module.css';

const options = presets.map(({ id, title }) => ({ value: id, label: title }));

/** The preset in use, where it comes from, and how many of its numbers have been changed. */
export function PresetChoice({ settings }: { readonly settings: AscentSettings }) {
  const source = presets.find(({ id }) => id === settings.preset)?.source;
  const changes = countChanges(settings);
  return (
    <div className={styles.preset}>
      <SelectField
        label="Preset"
        value={settings.preset}
        options={options}
        onChange={(id) => changeSettings({ ...presetSettings(id), seed: settings.seed })}
      />
      <p className={styles.source}>{source}</p>
      {changes > 0 && (
        <div className={styles.changed}>
          {changes === 1 ? '1 value changed' : `${changes} values changed`}
          <Button
            look="quiet"
            icon={<RotateCcw aria-hidden />}
            onClick={() => changeSettings({ ...presetSettings(settings.preset), seed: settings.seed })}
          >
            Reset
          </Button>
        </div>
      )}
    </div>
  );
}
