import { ImagePlus } from 'lucide-react';
import { FaceBoxes } from '../../../parts/photo/FaceBoxes';
import { PhotoFigure } from '../../../parts/photo/PhotoFigure';
import { facesStore } from '../../../state/faces';
import { useStore } from '../../../state/useStore';
import { showSheet } from '../../../state/view';
import { Button } from '../../../ui/Button';
import styles from './Tools.module.css';

/** The photo with its faces, small: a click masks another one. */
export function FacePicker() {
  const photo = useStore(facesStore, (state) => state.photo);
  const choice = useStore(facesStore, (state) => state.choice);
  if (photo === null) return null;
  return (
    <div className={styles.picker}>
      <PhotoFigure photo={photo} outlined>
        <FaceBoxes photo={photo} chosen={choice?.kind === 'face' ? choice.index : null} />
      </PhotoFigure>
      <Button icon={<ImagePlus aria-hidden />} onClick={() => showSheet('photo')}>
        Another photo
      </Button>
    </div>
  );
}
