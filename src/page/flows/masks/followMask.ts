import { explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { maskResultsStore } from '../../state/maskResults';
import { maskChanged } from './maskChanged';
import { stopMeasurements } from './maskWork';
import { stopMaskWork } from './stopMaskWork';

/**
 * While the Masks bench is in view, the mask follows to another face, network, method, layer and target, and measurements
 * of another face end. Returns what ends this, and all work on the bench with it.
 */
export function followMask(): () => void {
  maskChanged({ ended: true, anew: true });
  const ends = [
    facesStore.subscribe((now, before) => {
      if (now.crop !== before.crop || now.head !== before.head) stopMeasurements();
      if (now.recognition !== before.recognition) maskChanged({ ended: true, anew: true });
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

/** Explains the first name under the mask, or whoever is named there. */
export function chooseExplainedTarget(explainedTarget: 'first' | 'new'): void {
  maskResultsStore.setState({ explainedTarget });
  maskChanged({ ended: true, anew: true });
}
