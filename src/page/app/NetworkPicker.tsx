import { Info } from 'lucide-react';
import { chooseNetwork } from '../flows/chooseNetwork';
import { openBench } from '../flows/openBench';
import { benchStore } from '../state/bench';
import { networksStore } from '../state/networks';
import { selectionStore } from '../state/selection';
import { useStore } from '../state/useStore';
import { formatMillions } from '../ui/format';
import { IconButton } from '../ui/IconButton';
import { SelectField } from '../ui/SelectField';
import styles from './NetworkPicker.module.css';

/** Which network is looked at; beside it the way to where networks are described and added. */
export function NetworkPicker() {
  const entries = useStore(networksStore, (state) => state.entries);
  const network = useStore(selectionStore, (selection) => selection.network);
  // The Networks bench lists them itself.
  const listed = useStore(benchStore, ({ bench }) => bench === 'networks');
  const options = [...entries.values()].map(({ spec, loaded }) => ({
    value: spec.id,
    label: spec.name,
    ...(loaded === null ? {} : { detail: `${formatMillions(loaded.info.parameters)} parameters` }),
  }));
  return (
    <div className={styles.picker} data-listed={listed}>
      {options.length > 0 && (
        <SelectField
          label="Network"
          hideLabel
          className={styles.select}
          value={network}
          options={options}
          onChange={(id) => void chooseNetwork(id)}
        />
      )}
      <IconButton
        className={styles.about}
        label="About the networks, add your own"
        icon={<Info aria-hidden />}
        disabled={listed}
        onClick={() => openBench('networks')}
      />
    </div>
  );
}
