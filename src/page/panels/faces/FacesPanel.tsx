import { CameraSheet } from '../../parts/photo/CameraSheet';
import { EmptyBench } from '../../parts/photo/EmptyBench';
import { PhotoPane } from '../../parts/photo/PhotoPane';
import { facesStore } from '../../state/faces';
import { useStore } from '../../state/useStore';
import { useMediaQuery } from '../../ui/useMediaQuery';
import styles from './FacesPanel.module.css';
import { FaceTools } from './FaceTools';
import { Findings } from './findings/Findings';
import { GallerySheet } from './gallery/GallerySheet';
import { FacePane } from './map/FacePane';

const promise = 'See whom or what the network takes it for, and where in the face it looked.';

/** The Faces bench: photo, the face with its heat map, and what it tells, side by side or one below the other. */
export function FacesPanel() {
  const wide = useMediaQuery('(min-width: 1200px)');
  const begun = useStore(facesStore, ({ photo }) => photo !== null);
  return (
    <div className={begun ? (wide ? styles.wide : styles.narrow) : styles.empty}>
      {begun ? <Columns wide={wide} /> : <EmptyBench promise={promise} />}
      <CameraSheet />
      <GallerySheet />
    </div>
  );
}

function Columns({ wide }: { readonly wide: boolean }) {
  return (
    <>
      <div className={styles.left}>
        <PhotoPane wide={wide} />
      </div>
      <div className={styles.middle}>
        <FacePane wide={wide} />
      </div>
      <div className={styles.right}>
        <Findings />
      </div>
      {!wide && <FaceTools />}
    </>
  );
}
