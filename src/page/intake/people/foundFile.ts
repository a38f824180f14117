import { isLitter } from '../../../shared/isLitter';
import type { KnownFace } from '../../../shared/people';
import { pathOf } from '../filePaths';

/** A file with the folders that it came in. */
export interface FoundFile {
  readonly file: File;
  /** 'group/person/photo.jpg', as the folder was dropped or chosen; the name alone where it came in none. */
  readonly path: string;
  readonly face?: KnownFace | undefined;
}

/** Files that came in, with the paths that are known of them. */
export const foundFiles = (files: readonly File[]): readonly FoundFile[] =>
  files.filter(({ name }) => !isLitter(name)).map((file) => ({ file, path: pathOf(file) }));
