import type { FillKind } from '../../../../shared/mask';
import type { Option } from '../../../ui/SelectField';

export type PlainFill = Exclude<FillKind, 'other'>;

/** Fills that need no other face. */
export const fillOptions: readonly Option<PlainFill>[] = [
  { value: 'black', label: 'Black' },
  { value: 'mean', label: 'Mean colour' },
  { value: 'blur', label: 'Blur' },
  { value: 'noise', label: 'Noise' },
];
