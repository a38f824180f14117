import type { PlacedFile } from './inFolder';

/** A folder or a zip holds what nobody chose: a licence, notes. What was chosen on its own is meant. */
export const isChosen = ({ path }: PlacedFile): boolean => !path.includes('/');
