import { chooseOther, type OtherSource } from './chooseOther';
import { takeIn } from './intakeWork';

/** Fills with this face; a newer choice takes the place of an older one that is still being read. Never rejects. */
export const takeOther = (source: OtherSource): Promise<void> =>
  takeIn('other', (signal) => chooseOther(signal, source));
