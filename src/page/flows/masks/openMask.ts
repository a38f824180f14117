import type { PhotoFile } from '../../intake/photo/readPhoto';
import { importMask } from './importMask';
import { takeIn } from './intakeWork';

/** Shows a mask's file; a newer one takes the place of an older one that is still being read. Never rejects. */
export const openMask = (file: PhotoFile): Promise<void> => takeIn('file', (signal) => importMask(signal, file));
