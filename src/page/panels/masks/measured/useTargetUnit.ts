import { useShownHere } from '../../../ui/useShownHere';

/** What the target in view is measured in. */
export const useTargetUnit = (): 'logit' | 'cosine' =>
  useShownHere()?.target.kind === 'similarity' ? 'cosine' : 'logit';
