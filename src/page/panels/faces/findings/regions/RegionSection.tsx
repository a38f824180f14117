import { useMemo, useState } from 'react';
import { regionHeat } from '../../../../../shared/raster/regionHeat';
import { emptyWords, heatScale } from '../../../../paint/heatScale';
import type { ShownExplanation } from '../../../../state/explanation';
import { facesStore, type ShownCrop } from '../../../../state/faces';
import { useStore } from '../../../../state/useStore';
import { Section } from '../../../../ui/Section';
import { Segments } from '../../../../ui/Segments';
import { useShownHere } from '../../../../ui/useShownHere';
import { useWhyNoMap } from '../../../../ui/useWhyNoMap';
import { shownWords } from '../shownWords';
import { type Measure, measures } from './measure';
import { RegionBars } from './RegionBars';
import styles from './Regions.module.css';

/** How the heat of the map on the screen divides among the parts of the face. */
export function RegionSection() {
  const shown = useShownHere();
  const crop = useStore(facesStore, (state) => state.crop);
  const missing = useWhyNoMap() !== null;
  const [measure, setMeasure] = useState<Measure>('share');
  const toggle = <Segments label="Measure" value={measure} options={measures} onChange={setMeasure} />;
  return (
    <Section title="Heat per region" folds="open" aside={toggle}>
      {shown === null || crop === null ? (
        <p className={styles.note}>
          {missing ? 'Without a map there is nothing to count.' : 'Counted once there is a map.'}
        </p>
      ) : (
        <Regions shown={shown} crop={crop} measure={measure} />
      )}
    </Section>
  );
}

interface RegionsProps {
  readonly shown: ShownExplanation;
  readonly crop: ShownCrop;
  readonly measure: Measure;
}

function Regions({ shown, crop, measure }: RegionsProps) {
  const heat = useMemo(
    () => regionHeat(shown.map, crop.regions, [crop.input.height, crop.input.width]),
    [shown.map, crop],
  );
  const { empty } = heatScale({ ...shown, colours: 'inferno', largest: null });
  if (empty !== null) return <p className={styles.note}>{emptyWords[empty]}</p>;
  if (crop.choice.kind !== 'face')
    return <p className={styles.note}>Regions need a face that was found: here there are no landmarks.</p>;
  return (
    <>
      <RegionBars heat={heat} measure={measure} />
      <p className={styles.note}>{caption(shown, measure)}</p>
    </>
  );
}

function caption(shown: ShownExplanation, measure: Measure): string {
  const what = `Share of the ${shown.map.signed ? 'magnitude' : 'positive heat'} of ${shownWords(shown)}`;
  if (measure === 'share') return `${what}. All regions sum to 100 %.`;
  return `${what}, over the region’s share of the picture: 1 is what an even map has.`;
}
