import { useEffect } from 'react';
import { sameName } from '../../../../shared/galleryNames';
import { openGallery } from '../../../flows/gallery/openGallery';
import { galleryStore } from '../../../state/gallery/gallery';
import { useStore } from '../../../state/useStore';

/** Whether the gallery knows somebody of a name; true until what is kept of it has been read. */
export function useEnrolled(person: string): boolean {
  useEffect(() => void openGallery(), []);
  return useStore(galleryStore, ({ ready, people }) => !ready || people.some(({ name }) => sameName(name, person)));
}
