import { replaceMask } from '../../../flows/masks/editMask';
import { maskToTake, searchHiding } from '../../../flows/masks/searchHiding';
import { facesStore } from '../../../state/faces';
import { type HidingState, maskResultsStore } from '../../../state/maskResults';
import { maskViewStore } from '../../../state/maskView';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { SelectField } from '../../../ui/SelectField';
import { useCropNetwork } from '../../../ui/useCropNetwork';
import { showFace } from '../canvas/showFace';
import { KeptSection } from '../KeptSection';
import table from '../Table.module.css';
import { fillOptions, type PlainFill } from './fillOptions';
import { HidingFigure } from './HidingFigure';
import { HidingFindings } from './HidingFindings';
import styles from './Measured.module.css';
import { RunButton } from './RunButton';
import { useFaceInput, useRunning } from './useFaceInput';
import { whyNoSearch } from './whyNoSearch';

const setFill = (hidingFill: PlainFill) => maskViewStore.setState({ hidingFill });

/** The search for a small mask under which the network names somebody else, or nobody. */
export function HidingSection() {
  const input = useFaceInput();
  const running = useRunning('hiding');
  const reason = useReason();
  const hiding = useStore(maskResultsStore, (state) => state.hiding);
  const before = useStore(maskResultsStore, (state) => state.foundBefore);
  const fill = useStore(maskViewStore, (view) => view.hidingFill);
  const shown = hiding?.input === input ? hiding : null;
  const isFound = (shown?.mask.length ?? 0) > 0;
  return (
    <KeptSection title="What would hide this face?" folds="closed">
      <p className={table.note}>
        Searches a small mask under which this network no longer gives the same name: whole regions first, then patches,
        then less of each.
      </p>
      {!running && reason === null && (
        <div className={styles.fields}>
          <SelectField label="Fill" value={fill} options={fillOptions} onChange={setFill} />
        </div>
      )}
      <RunButton
        kind="hiding"
        start={shown === null ? 'Search' : 'Search again'}
        disabled={reason !== null}
        onStart={() => void searchHiding(fill)}
        fraction={null}
        before={hiding?.input ?? null}
      >
        {shown !== null && <Take hiding={shown} />}
      </RunButton>
      {reason !== null && <p className={table.note}>{reason}</p>}
      {shown !== null && <Found hiding={shown} running={running} />}
      {!running && !isFound && before?.input === input && before !== null && (
        <>
          <h3 className={styles.earlier}>Found by the search before</h3>
          <div>
            <Take hiding={before} />
          </div>
          <Found hiding={before} running={false} />
        </>
      )}
    </KeptSection>
  );
}

function Found({ hiding, running }: { readonly hiding: HidingState; readonly running: boolean }) {
  if (hiding.step === null) return null;
  return (
    <div className={styles.hiding}>
      <HidingFigure input={hiding.input} step={hiding.step} fill={hiding.fill} />
      <HidingFindings hiding={hiding} step={hiding.step} running={running} />
    </div>
  );
}

/** Puts the mask on the face, where there is one under which the name changes. */
function Take({ hiding }: { readonly hiding: HidingState }) {
  if (hiding.mask.length === 0 && (hiding.afresh !== null || hiding.step?.changed !== true)) return null;
  const take = () => {
    replaceMask(maskToTake(hiding));
    showFace();
  };
  return <Button onClick={take}>Take this mask</Button>;
}

function useReason(): string | null {
  const network = useCropNetwork();
  const head = useStore(facesStore, (state) => state.head);
  const recognition = useStore(facesStore, (state) => state.recognition);
  if (network === null) return null;
  const { name, outputs } = network.info;
  return whyNoSearch({ name, tellsPeople: outputs.embedding !== null }, head, recognition);
}
