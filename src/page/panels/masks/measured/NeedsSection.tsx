import { useMemo } from 'react';
import { needsTable } from '../../../../shared/mask/needsTable';
import { regionHeat } from '../../../../shared/raster/regionHeat';
import { measureNeeds } from '../../../flows/masks/measureNeeds';
import { facesStore } from '../../../state/faces';
import { maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { formatDecimal } from '../../../ui/formatDecimal';
import { methodTitle } from '../../../ui/methodTitle';
import { Section } from '../../../ui/Section';
import { useShownHere } from '../../../ui/useShownHere';
import table from '../Table.module.css';
import { NeedsRows } from './NeedsRows';
import { needsSentence } from './needsSentence';
import { RunButton } from './RunButton';
import { useFaceInput } from './useFaceInput';
import { useTargetUnit } from './useTargetUnit';

/** Regions of a face times fills: what one measurement comes to. */
const measurements = 32;

/** Heat beside what is lost when just that region is hidden: what turns a map into a finding. */
export function NeedsSection() {
  const isFace = useStore(facesStore, ({ choice }) => choice?.kind === 'face');
  const input = useFaceInput();
  const needs = useStore(maskResultsStore, (state) => state.needs);
  const shown = needs?.input === input ? needs : null;
  return (
    <Section title="Looked at or needed?" folds="open">
      <p className={table.note}>
        The heat tells where the network looks. Hiding one region after the other, with black, mean colour, blur and
        noise in turn, measures what it needs.
      </p>
      {isFace ? (
        <RunButton
          kind="needs"
          start="Measure the regions"
          onStart={() => void measureNeeds()}
          fraction={Math.min(1, (shown?.events.length ?? 0) / measurements)}
        />
      ) : (
        <p className={table.note}>Regions need a face that was found: here there are no landmarks.</p>
      )}
      {shown !== null && <Needs events={shown.events} label={shown.targetLabel} />}
    </Section>
  );
}

type Events = NonNullable<ReturnType<typeof maskResultsStore.getState>['needs']>['events'];

function Needs({ events, label }: { readonly events: Events; readonly label: string }) {
  const crop = useStore(facesStore, (state) => state.crop);
  const shown = useShownHere();
  const unit = useTargetUnit();
  const result = useMemo(() => {
    if (crop === null || shown === null) return null;
    const { input, regions } = crop;
    return needsTable(regionHeat(shown.map, regions, [input.height, input.width]), events);
  }, [crop, shown, events]);
  if (result === null || shown === null || events.length === 0) return null;
  const sentences = result.rows.flatMap((row) => needsSentence(row, label, unit) ?? []);
  return (
    <>
      <NeedsRows rows={result.rows} unit={unit} />
      <p className={table.note}>
        Heat: {methodTitle(shown.method)} for {shown.targetLabel}. Drop: fall of the {unit} of {label} when the region
        is hidden, mean ± standard deviation over the fills; points: fall of its probability. Marked: ranks that lie{' '}
        {result.apart} or more apart.
      </p>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {Number.isFinite(result.agreement) && (
        <p>
          Rank correlation of heat and drop: <strong>{formatDecimal(result.agreement)}</strong>
          {sentences.length === 0 && '. No region stands out: the map and the measurement tell the same story'}.
        </p>
      )}
    </>
  );
}
