import type { KeptNetwork } from '../../../shared/keptNetwork';

const lineageOf = ({ lineage, folder }: KeptNetwork) => lineage ?? folder;

/** Whether these are one network, which may have been written anew in between. */
export const sameLineage = (a: KeptNetwork, b: KeptNetwork): boolean => lineageOf(a) === lineageOf(b);
