import type { KeptNetwork } from '../../../shared/keptNetwork';

/** Whether nothing has changed between two records of one folder: weights, preprocessing, name, labels. */
export const sameRecord = (a: KeptNetwork, b: KeptNetwork): boolean =>
  // The hash is that of weights and preprocessing.
  a.folder === b.folder && a.hash === b.hash && a.spec.name === b.spec.name && sameLabels(a.spec.labels, b.spec.labels);

function sameLabels(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((label, i) => label === b[i]);
}
