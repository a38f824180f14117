import { useEffect, useRef } from 'react';
import type { GalleryPhoto } from '../../../../shared/gallery';
import styles from './Gallery.module.css';

/** A photo of the gallery, small; decoration beside the name. */
export function Thumbnail({ photo }: { readonly photo: GalleryPhoto }) {
  const ref = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(photo.picture);
    if (ref.current !== null) ref.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [photo.picture]);
  return <img ref={ref} className={styles.thumbnail} alt="" width={48} height={48} />;
}
