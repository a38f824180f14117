import { precisionTrialStore } from '../../state/precisionTrial';

/** Ends the trial of a lower precision of a network that goes or becomes another one. */
export function cancelTrial(id: string): void {
  const { trial } = precisionTrialStore.getState();
  if (trial?.network === id) trial.cancel();
}
