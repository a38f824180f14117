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

/** How the map is laid over the face. */
export function ViewControls() {
  const view = useStore(mapViewStore, (state) => state);
  return (
    <>
      <SelectField
        label="Colours"
        hideLabel
        value={view.colourMap}
        options={colourMaps}
        onChange={(colourMap) => change({ colourMap })}
      />
      <div className={styles.opacity}>
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
      <Segments
        label="Resampling"
        value={view.smooth ? 'smooth' : 'cells'}
        options={[
          { value: 'smooth', label: 'Smooth' },
          { value: 'cells', label: 'Cells' },
        ]}
        onChange={(value) => change({ smooth: value === 'smooth' })}
      />
      <Segments
        label="Scale"
        value={view.scale}
        options={[
          { value: 'own', label: 'Own scale' },
          { value: 'shared', label: 'One for all' },
        ]}
        onChange={(scale) => change({ scale })}
      />
    </>
  );
}
