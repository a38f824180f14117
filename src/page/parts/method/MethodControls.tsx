import { methods } from '../../../shared/methods';
import { chooseMapLayer, chooseMethod } from '../../flows/faces/changeExplanation';
import { defaultMapLayer, mapLayers } from '../../flows/faces/defaultMapLayer';
import { explanationStore } from '../../state/explanation';
import { useStore } from '../../state/useStore';
import { formatShape } from '../../ui/format';
import { SelectField } from '../../ui/SelectField';
import { useCurrentNetwork } from '../../ui/useCurrentNetwork';
import styles from './MethodControls.module.css';
import { MethodInfo } from './MethodInfo';
import { MethodSettings } from './MethodSettings';

const options = methods.map(({ id, title, kind, layered }) => ({
  value: id,
  label: title,
  detail: kind === 'cam' ? 'class activation map' : layered ? 'pixels, guided by a layer' : 'pixels',
}));

interface Props {
  /** Each with its name before it, one below the other. */
  readonly labelled?: boolean;
}

/** By which method, and at which layer. */
export function MethodControls({ labelled = false }: Props) {
  const id = useStore(explanationStore, (state) => state.method);
  const method = methods.find((known) => known.id === id);
  return (
    <>
      <div className={styles.method}>
        <SelectField
          label="Method"
          hideLabel={!labelled}
          className={styles.select}
          value={id}
          options={options}
          onChange={chooseMethod}
        />
        {method !== undefined && <MethodInfo method={method} />}
        <MethodSettings method={id} />
      </div>
      {method?.layered === true && <LayerField labelled={labelled} />}
    </>
  );
}

function LayerField({ labelled }: { readonly labelled: boolean }) {
  const network = useCurrentNetwork();
  const target = useStore(explanationStore, ({ shown }) => shown?.target ?? null);
  const chosen = useStore(explanationStore, ({ layers }) => layers.get(network?.spec.id ?? ''));
  const loaded = network?.loaded ?? null;
  if (loaded === null) return null;
  const layers = mapLayers(loaded, target?.kind === 'class' ? target : { kind: target?.kind ?? 'identity' });
  return (
    <SelectField
      label="Layer"
      hideLabel={!labelled}
      value={chosen ?? defaultMapLayer(loaded) ?? ''}
      options={layers.map(({ name, kind, outputShape }) => ({
        value: name,
        label: name,
        detail: `${kind}, ${formatShape(outputShape)}`,
      }))}
      onChange={chooseMapLayer}
    />
  );
}
