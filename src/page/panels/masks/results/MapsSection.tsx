import { useState } from 'react';
import { unitOf } from '../../../../shared/unitOf';
import { chooseExplainedTarget } from '../../../flows/masks/followMask';
import { axisTicks } from '../../../paint/axisTicks';
import { facesStore } from '../../../state/faces';
import { mapViewStore } from '../../../state/mapView';
import { maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { ColourScale } from '../../../ui/ColourScale';
import { Section } from '../../../ui/Section';
import { Segments } from '../../../ui/Segments';
import table from '../Table.module.css';
import { CompareMaps } from './CompareMaps';
import { newNameWords } from './changeWords';
import styles from './Maps.module.css';
import { SideBySide } from './SideBySide';
import { type Maps, useMaps } from './useMaps';
import { useRecognised } from './useMasked';

const views = [
  { value: 'both', label: 'Side by side' },
  { value: 'slider', label: 'Slider' },
] as const;

/** The heat without the mask and under it, on one colour scale. */
export function MapsSection() {
  const [view, setView] = useState<'both' | 'slider'>('both');
  const maps = useMaps();
  const toggle = <Segments label="Compare as" value={view} options={views} onChange={setView} />;
  return (
    <Section title="Heat before and after" aside={toggle}>
      {maps === null ? (
        <p className={table.note}>The maps stand here once the face is explained.</p>
      ) : (
        <div className={styles.maps}>
          {view === 'slider' && maps.after !== null ? (
            <CompareMaps before={maps.before} after={maps.after} range={maps.range} />
          ) : (
            <SideBySide maps={maps} />
          )}
          <Scale maps={maps} />
          <ExplainedChoice maps={maps} />
        </div>
      )}
    </Section>
  );
}

function Scale({ maps: { shown, range } }: { readonly maps: Maps }) {
  const colourMap = useStore(mapViewStore, (view) => view.colourMap);
  const [low, high] = range;
  if (high <= low) return <p className={table.note}>Both maps are zero everywhere.</p>;
  const colours = low < 0 ? 'diverging' : colourMap;
  return (
    <ColourScale
      colours={colours}
      ends={range}
      ticks={axisTicks(low, high)}
      words={`${unitOf(shown)}, one scale for both maps`}
    />
  );
}

/** Where another name has come up: whose logit the second map explains. */
function ExplainedChoice({ maps: { shown, explained } }: { readonly maps: Maps }) {
  const target = useStore(maskResultsStore, (state) => state.explainedTarget);
  const before = useStore(facesStore, (state) => state.recognition);
  const after = useRecognised()?.recognition ?? null;
  const words = before === null || after === null ? null : newNameWords(before, after);
  if (words === null) return null;
  return (
    <div className={table.row}>
      <p className={table.note}>
        Before: {shown.targetLabel}. After: {explained?.targetLabel ?? shown.targetLabel}.
      </p>
      <Segments
        label="The map under the mask explains"
        value={target}
        options={[
          { value: 'first', label: 'The first name' },
          { value: 'new', label: words },
        ]}
        onChange={chooseExplainedTarget}
      />
    </div>
  );
}
