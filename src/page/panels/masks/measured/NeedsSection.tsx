import { useMemo } from 'react';
import { needFills, needsTable } from '../../../../shared/mask/needsTable';
import { regionHeat } from '../../../../shared/raster/regionHeat';
import { sameTarget } from '../../../flows/faces/sameSubject';
import { measureNeeds } from '../../../flows/masks/measureNeeds';
import { facesStore } from '../../../state/faces';
import { type MaskResultsState, maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { methodTitle } from '../../../ui/methodTitle';
import { useShownHere } from '../../../ui/useShownHere';
import { KeptSection } from '../KeptSection';
import table from '../Table.module.css';
import { NeedsFindings } from './NeedsFindings';
import { NeedsRows } from './NeedsRows';
import { presentRegions } from './presentRegions';
import { RunButton } from './RunButton';
import { useFaceInput } from './useFaceInput';

type NeedsState = NonNullable<MaskResultsState['needs']>;

/** Heat beside what is lost when just that region is hidden: what turns a map into a finding. */
export function NeedsSection() {
  const isFace = useStore(facesStore, ({ choice }) => choice?.kind === 'face');
  const labels = useStore(facesStore, ({ crop }) => crop?.regions ?? null);
  const input = useFaceInput();
  const needs = useStore(maskResultsStore, (state) => state.needs);
  const shown = needs?.input === input ? needs : null;
  const measurements = useMemo(() => presentRegions(labels).length * needFills.length, [labels]);
  return (
    <KeptSection title="Looked at or needed?" folds="open">
      <p className={table.note}>
        The heat tells where the network looks. Hiding one region after the other, with black, mean colour, blur and
        noise in turn, measures what it needs.
      </p>
      {isFace ? (
        <RunButton
          kind="needs"
          start="Measure the regions"
          onStart={() => void measureNeeds()}
          before={needs?.input ?? null}
          fraction={measurements === 0 ? 0 : (shown?.events.length ?? 0) / measurements}
        />
      ) : (
        <p className={table.note}>Regions need a face that was found: here there are no landmarks.</p>
      )}
      {shown !== null && <Needs needs={shown} />}
    </KeptSection>
  );
}

function Needs({ needs: { events, target, targetLabel } }: { readonly needs: NeedsState }) {
  const crop = useStore(facesStore, (state) => state.crop);
  const shown = useShownHere();
  const result = useMemo(() => {
    if (crop === null || shown === null) return null;
    const { input, regions } = crop;
    return needsTable(regionHeat(shown.map, regions, [input.height, input.width]), events);
  }, [crop, shown, events]);
  if (result === null || shown === null || events.length === 0) return null;
  if (!sameTarget(shown.target, target))
    return (
      <p role="status" className={table.note}>
        Measured for {targetLabel}, but the map explains {shown.targetLabel}: measure again.
      </p>
    );
  const unit = target.kind === 'similarity' ? 'cosine' : 'logit';
  const heatOf = `${methodTitle(shown.method)} for ${shown.targetLabel}`;
  return (
    <>
      <NeedsRows rows={result.rows} unit={unit} />
      <NeedsFindings result={result} label={targetLabel} unit={unit} heatOf={heatOf} />
    </>
  );
}
