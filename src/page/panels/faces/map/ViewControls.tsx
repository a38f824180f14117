import type { ReactNode } from 'react';
import { explanationStore } from '../../../state/explanation';
import { type ColourMap, type MapView, mapViewStore } from '../../../state/mapView';
import { useStore } from '../../../state/useStore';
import { Segments } from '../../../ui/Segments';
import { type Option, SelectField } from '../../../ui/SelectField';
import { SliderField } from '../../../ui/SliderField';
import styles from './ViewControls.module.css';

const colourMaps: readonly Option<ColourMap>[] = [
  { value: 'inferno', label: 'Inferno' },
  { value: 'viridis', label: 'Viridis' },
  { value: 'magma', label: 'Magma' },
  { value: 'turbo', label: 'Turbo', detail: 'rainbow, evened out' },
  { value: 'jet', label: 'Jet', detail: 'not perceptual: it shows edges that are none' },
];

const change = (part: Partial<MapView>) => mapViewStore.setState(part);

interface Props {
  /** Each with its name before it, one below the other. */
  readonly labelled?: boolean;
}

/** How the map is laid over the face. */
export function ViewControls({ labelled = false }: Props) {
  const view = useStore(mapViewStore, (state) => state);
  // A signed map has colours of its own.
  const signed = useStore(explanationStore, ({ shown }) => shown?.map.signed === true);
  return (
    <>
      {signed ? (
        <p className={styles.signed}>Red speaks for, blue against</p>
      ) : (
        <SelectField
          label="Colours"
          hideLabel={!labelled}
          value={view.colourMap}
          options={colourMaps}
          onChange={(colourMap) => change({ colourMap })}
        />
      )}
      <div className={labelled ? undefined : styles.opacity}>
        <SliderField
          label="Opacity"
          value={view.opacity}
          min={0}
          max={1}
          step={0.05}
          format={{ style: 'percent' }}
          onChange={(opacity) => change({ opacity })}
        />
      </div>
      <Named name={labelled ? 'Between cells' : null}>
        <Segments
          label="Resampling"
          value={view.smooth ? 'smooth' : 'cells'}
          options={[
            { value: 'smooth', label: 'Smooth' },
            { value: 'cells', label: 'Cells' },
          ]}
          onChange={(value) => change({ smooth: value === 'smooth' })}
        />
      </Named>
      <Named name={labelled ? 'Scale' : null}>
        <Segments
          label="Scale"
          value={view.scale}
          options={[
            { value: 'own', label: 'Own scale' },
            { value: 'shared', label: 'One for all' },
          ]}
          onChange={(scale) => change({ scale })}
        />
      </Named>
    </>
  );
}

/** A name that is seen beside what speaks its own. */
function Named({ name, children }: { readonly name: string | null; readonly children: ReactNode }) {
  if (name === null) return children;
  return (
    <div className={styles.named}>
      <span aria-hidden>{name}</span>
      {children}
    </div>
  );
}
