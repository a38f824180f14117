import { explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { maskResultsStore } from '../../state/maskResults';
import { maskChanged } from './maskChanged';
import { stopMeasurements } from './maskWork';
import { stopMaskWork } from './stopMaskWork';

/**
 * While the Masks bench is in view, the mask follows to another face, network, method, layer and target, and
 * measurements of another face end. Returns what ends this, and all work on the bench with it.
 */
export function followMask(): () => void {
  dropOldRows();
  maskChanged({ ended: true, anew: true });
  const ends = [
    facesStore.subscribe((now, before) => {
      if (now.crop !== before.crop || now.head !== before.head) stopMeasurements('other');
      dropOldRows();
      // Before its answer the new face is shown under the mask.
      const isNew = now.crop !== before.crop && now.recognition === null;
      if (isNew || now.recognition !== before.recognition) maskChanged({ ended: true, anew: true });
    }),
    explanationStore.subscribe((now, before) => {
      const parts = ['method', 'layers', 'target', 'settings', 'reference'] as const;
      if (parts.some((part) => now[part] !== before[part])) maskChanged({ ended: true, anew: true });
    }),
  ];
  return () => {
    for (const end of ends) end();
    stopMaskWork();
  };
}

/** Rows of another photo, or as another network names them, say nothing of what is in view. */
function dropOldRows(): void {
  const { photo, crop } = facesStore.getState();
  const { applied } = maskResultsStore.getState();
  if (applied === null) return;
  const isOld = applied.photo !== photo?.id || (crop !== null && applied.network !== crop.network);
  if (isOld) maskResultsStore.setState({ applied: null });
}

/** Explains the first name under the mask, or whoever is named there. */
export function chooseExplainedTarget(explainedTarget: 'first' | 'new'): void {
  maskResultsStore.setState({ explainedTarget });
  maskChanged({ ended: true, anew: true });
}
