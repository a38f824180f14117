import { stopIntake } from './intakeWork';
import { stopMasked } from './maskChanged';
import { stopMeasurements } from './maskWork';

/** Ends all work on the Masks bench; what is on the screen stays. */
export function stopMaskWork(): void {
  stopIntake();
  stopMasked();
  stopMeasurements();
}
