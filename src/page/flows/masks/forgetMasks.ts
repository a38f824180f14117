import { maskStore } from '../../state/mask';
import { maskResultsStore } from '../../state/maskResults';
import { stopMaskWork } from './maskWork';

/** Forgets the mask with its history, the log with its pictures, and all that was measured; ends all work on it. */
export function forgetMasks(): void {
  stopMaskWork();
  maskStore.setState({ strokes: [], ready: null, draft: null });
  maskStore.temporal.getState().clear();
  maskResultsStore.setState(maskResultsStore.getInitialState());
}
