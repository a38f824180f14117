import { useState } from 'react';
import { replaceMask } from '../../../flows/masks/editMask';
import { searchHiding } from '../../../flows/masks/searchHiding';
import { maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { Section } from '../../../ui/Section';
import { SelectField } from '../../../ui/SelectField';
import table from '../Table.module.css';
import { fillOptions, type PlainFill } from './fillOptions';
import { HidingFigure } from './HidingFigure';
import { HidingFindings } from './HidingFindings';
import styles from './Measured.module.css';
import { RunButton } from './RunButton';
import { useFaceInput, useRunning } from './useFaceInput';

/** The search for a small mask under which the network names somebody else, or nobody. */
export function HidingSection() {
  const input = useFaceInput();
  const running = useRunning('hiding');
  const hiding = useStore(maskResultsStore, (state) => state.hiding);
  const [fill, setFill] = useState<PlainFill>('black');
  const shown = hiding?.input === input ? hiding : null;
  const mask = shown?.mask ?? [];
  return (
    <Section title="What would hide this face?" folds="closed">
      <p className={table.note}>
        Searches a small mask under which this network no longer gives the same name: whole regions first, then patches,
        then less of each.
      </p>
      {!running && (
        <div className={styles.fields}>
          <SelectField label="Fill" value={fill} options={fillOptions} onChange={setFill} />
        </div>
      )}
      <RunButton kind="hiding" start="Search" onStart={() => void searchHiding(fill)} fraction={null}>
        {mask.length > 0 && <Button onClick={() => replaceMask(mask)}>Take this mask</Button>}
      </RunButton>
      {shown !== null && shown.step !== null && (
        <div className={styles.hiding}>
          <HidingFigure input={shown.input} step={shown.step} fill={shown.fill} />
          <HidingFindings hiding={shown} step={shown.step} running={running} />
        </div>
      )}
    </Section>
  );
}
