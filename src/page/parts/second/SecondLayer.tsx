import { methods } from '../../../shared/methods';
import { defaultMapLayer, mapLayers } from '../../flows/faces/defaultMapLayer';
import { chooseSecondLayer } from '../../flows/second/followSecond';
import { explanationStore } from '../../state/explanation';
import { networksStore } from '../../state/networks';
import { useStore } from '../../state/useStore';
import { formatShape } from '../../ui/format';
import { SelectField } from '../../ui/SelectField';

/** At which of its layers the second network is explained: its own default unless another is chosen. */
export function SecondLayer({ network }: { readonly network: string }) {
  const loaded = useStore(networksStore, ({ entries }) => entries.get(network)?.loaded ?? null);
  const chosen = useStore(explanationStore, ({ layers }) => layers.get(network));
  const layered = useStore(explanationStore, ({ method }) => methods.find(({ id }) => id === method)?.layered);
  if (loaded === null || layered !== true) return null;
  return (
    <SelectField
      label="Its layer"
      value={chosen ?? defaultMapLayer(loaded) ?? ''}
      options={mapLayers(loaded, { kind: 'identity' }).map(({ name, kind, outputShape }) => ({
        value: name,
        label: name,
        detail: `${kind}, ${formatShape(outputShape)}`,
      }))}
      onChange={(layer) => chooseSecondLayer(network, layer)}
    />
  );
}
