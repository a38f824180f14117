import { peopleViewStore } from '../../../state/peopleView';
import { Button } from '../../../ui/Button';

/** Lets go of a saved study that was opened, whose photos are not there yet. */
export const ForgetOpened = () => (
  <Button look="quiet" onClick={() => peopleViewStore.setState({ opened: null, wanted: {}, said: new Map() })}>
    Forget these settings
  </Button>
);
