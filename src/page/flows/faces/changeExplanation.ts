import type { MethodId, MethodSettings } from '../../../shared/explain';
import { explanationStore, type TargetChoice } from '../../state/explanation';
import { selectionStore } from '../../state/selection';
import { explainCrop } from './explainCrop';

/** Explains by another method. */
export function chooseMethod(method: MethodId): void {
  explanationStore.setState({ method });
  void explainCrop();
}

/** Explains from another layer of the selected network, by the method in use or by another one. */
export function chooseMapLayer(layer: string, method: MethodId = explanationStore.getState().method): void {
  const { network } = selectionStore.getState();
  explanationStore.setState(({ layers }) => ({ method, layers: new Map(layers).set(network, layer) }));
  void explainCrop();
}

/** Explains another answer. */
export function chooseTargetKind(target: TargetChoice): void {
  explanationStore.setState({ target });
  void explainCrop();
}

/** Explains with other numbers of the method: samples, noise, steps. */
export function changeMethodSettings(settings: Partial<MethodSettings>): void {
  explanationStore.setState((state) => ({ settings: { ...state.settings, ...settings } }));
  void explainCrop();
}
