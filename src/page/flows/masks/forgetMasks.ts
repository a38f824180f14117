import { maskStore } from '../../state/mask';
import { maskCursorStore } from '../../state/maskCursor';
import { maskResultsStore } from '../../state/maskResults';
import { forgetPainted } from './maskNow';
import { forgetOtherInput } from './otherInput';
import { stopMaskWork } from './stopMaskWork';

/** Forgets the mask with its history, the log with its pictures, and all that was measured; ends all work on it. */
export function forgetMasks(): void {
  stopMaskWork();
  maskStore.setState({ strokes: [], ready: null, draft: null });
  maskStore.temporal.getState().clear();
  maskResultsStore.setState(maskResultsStore.getInitialState());
  maskCursorStore.setState(maskCursorStore.getInitialState());
  forgetOtherInput();
  forgetPainted();
}
