import { stopIntake } from './intakeWork';
import { stopMasked } from './maskChanged';
import { stopMeasurements } from './maskWork';

/** The bench is left: ends all work on it; what is on the screen stays. */
export function stopMaskWork(): void {
  stopIntake();
  stopMasked();
  stopMeasurements('left');
}
