import { useId } from 'react';
import type { AscentSettings } from '../../../shared/ascent';
import { NumberField } from '../../ui/NumberField';
import { rangeWords } from '../../ui/settleNumber';
import { Toggle } from '../../ui/Toggle';
import styles from './SettingsForm.module.css';
import type { NumberSetting } from './settingsFields';

interface Props {
  readonly setting: NumberSetting;
  readonly settings: AscentSettings;
  /** Shows what the number does, and which ones it may be. */
  readonly explained: boolean;
  readonly onChange: (settings: AscentSettings) => void;
}

/** One number; with a switch before it where 0 means off. */
export function SettingRow({ setting, settings, explained, onChange }: Props) {
  const hintId = useId();
  const value = setting.get(settings);
  const commit = (next: number) => onChange(setting.set(settings, next));
  const { label, unit, hint, min, max, step, whole, on } = setting;
  const field = { label, value, onCommit: commit, unit, hint, min, max, step, whole, describedBy: hintId };
  const switched = on !== undefined && (
    <div className={styles.switched}>
      <Toggle label={label} hint={hint} checked={value !== 0} onChange={(checked) => commit(checked ? on : 0)} />
      {value === 0 ? <span className={styles.off}>off</span> : <NumberField {...field} hideLabel />}
    </div>
  );
  return (
    <div>
      {switched || <NumberField {...field} />}
      <p id={hintId} className={explained ? styles.hint : 'visually-hidden'}>
        {hint} {rangeWords(setting)}.
      </p>
    </div>
  );
}
