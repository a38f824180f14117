import { dropUnderWay } from './editMask';
import { stopIntake } from './intakeWork';
import { stopMasked } from './maskChanged';
import { stopMeasurements } from './maskWork';

/** The bench is left: what is begun on the face is taken back, all work ends; what is on the screen stays. */
export function stopMaskWork(): void {
  dropUnderWay();
  stopIntake();
  stopMasked();
  stopMeasurements('left');
}
