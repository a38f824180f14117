export const readyMaskIds = [
  'eye-bar',
  'glasses',
  'brows',
  'nose',
  'mouth',
  'lower-face',
  'upper-face',
  'left-half',
  'right-half',
] as const;
export type ReadyMaskId = (typeof readyMaskIds)[number];
