import { Info } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { AscentSettings } from '../../../shared/ascent';
import { changeSettings } from '../../flows/changeSettings';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/SelectField';
import { PresetChoice } from './PresetChoice';
import { SettingRow } from './SettingRow';
import styles from './SettingsForm.module.css';
import { displays, objectives, optimisers, parameterisations } from './settingsChoices';
import * as fields from './settingsFields';

/** All settings of the ascent; a change starts the shown page again with it. */
export function SettingsForm({ headed = true }: { readonly headed?: boolean }) {
  const settings = useStore(selectionStore, (selection) => selection.settings);
  const [explained, setExplained] = useState(false);
  const row = (setting: fields.NumberSetting) => (
    <SettingRow
      key={setting.label}
      setting={setting}
      settings={settings}
      explained={explained}
      onChange={changeSettings}
    />
  );
  const merge = (change: Partial<AscentSettings>) => changeSettings({ ...settings, ...change });
  return (
    <section className={styles.form} aria-label="Ascent settings">
      <div className={styles.header}>
        {headed && <h2 className={styles.title}>Ascent settings</h2>}
        <Button
          look="quiet"
          icon={<Info aria-hidden />}
          aria-pressed={explained}
          onClick={() => setExplained(!explained)}
        >
          Explain
        </Button>
      </div>
      <PresetChoice settings={settings} />
      <Group title="Objective">
        <SelectField
          label="Maximise"
          value={settings.objective}
          options={objectives}
          onChange={(objective) => merge({ objective })}
        />
        {row(fields.border)}
        {row(fields.redirect)}
      </Group>
      <Group title="Steps">
        {row(fields.steps)}
        <SelectField
          label="Optimiser"
          value={settings.optimiser}
          options={optimisers}
          onChange={(optimiser) => merge({ optimiser })}
        />
        {row(fields.rate)}
        {row(fields.epsilon)}
      </Group>
      <Group title="Image">
        {row(fields.size)}
        <SelectField
          label="Parameterisation"
          value={settings.parameterisation}
          options={parameterisations}
          onChange={(parameterisation) => merge({ parameterisation })}
        />
        {row(fields.startCentre)}
        {row(fields.startSpread)}
        {row(fields.seed)}
      </Group>
      <Group title="Transforms, anew at each step">{fields.transforms.map(row)}</Group>
      <Group title="Regularisers">{fields.regularisers.map(row)}</Group>
      <Group title="Display">
        <SelectField
          label="Colours"
          value={settings.display}
          options={displays}
          onChange={(display) => merge({ display })}
        />
        {row(fields.crop)}
      </Group>
    </section>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out on the grid
    <div role="group" aria-labelledby={id} className={styles.group}>
      <h3 id={id} className={styles.groupTitle}>
        {title}
      </h3>
      {children}
    </div>
  );
}
