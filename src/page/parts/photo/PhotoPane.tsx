import { Crop, Maximize } from 'lucide-react';
import { useState } from 'react';
import { chooseFace } from '../../flows/faces/recogniseChoice';
import { facesStore, type ShownPhoto } from '../../state/faces';
import { useStore } from '../../state/useStore';
import { Button } from '../../ui/Button';
import { formatCount } from '../../ui/format';
import { BoxDrawer } from './BoxDrawer';
import { FaceBoxes } from './FaceBoxes';
import { FaceProblem } from './FaceProblem';
import { PhotoFigure } from './PhotoFigure';
import styles from './PhotoPane.module.css';
import { PhotoSources } from './PhotoSources';
import { StageLine } from './StageLine';

/** The photo, which part of it is looked at, and the way to another one. */
export function PhotoPane({ wide }: { readonly wide: boolean }) {
  const photo = useStore(facesStore, (state) => state.photo);
  if (photo === null) return null;
  return (
    <section className={styles.pane} aria-label="Photo">
      <FaceProblem />
      <PhotoPart key={photo.id} photo={photo} />
      <StageLine />
      {wide && (
        <div className={styles.another}>
          <h2 className={styles.title}>Another photo</h2>
          <PhotoSources />
        </div>
      )}
    </section>
  );
}

/** The photo with its faces, or while a box is drawn on it. */
function PhotoPart({ photo }: { readonly photo: ShownPhoto }) {
  const [drawing, setDrawing] = useState(false);
  const choice = useStore(facesStore, (state) => state.choice);
  const none = photo.faces.length === 0;
  return (
    <>
      <PhotoFigure photo={photo} outlined={!drawing}>
        {drawing ? (
          <BoxDrawer photo={photo} onDone={() => setDrawing(false)} />
        ) : (
          <FaceBoxes photo={photo} chosen={choice?.kind === 'face' ? choice.index : null} />
        )}
      </PhotoFigure>
      <p className={styles.caption}>
        {photo.name} · {formatCount(photo.width)} × {formatCount(photo.height)} · {countFaces(photo.faces.length)}
      </p>
      {none && choice === null && !drawing && (
        <p role="status" className={styles.none}>
          <strong>No face was found.</strong> Draw a box around one, or take the whole picture.
        </p>
      )}
      {drawing && (
        <p className={styles.caption}>
          Drag a box around the face. By keyboard: arrows move it, with Shift they resize it, Enter takes it, Esc
          leaves.
        </p>
      )}
      <div className={styles.choices}>
        <Button
          icon={<Crop aria-hidden />}
          look={none && choice === null ? 'primary' : 'plain'}
          aria-pressed={drawing}
          onClick={() => setDrawing(!drawing)}
        >
          Draw a box
        </Button>
        <Button
          icon={<Maximize aria-hidden />}
          aria-pressed={choice?.kind === 'whole'}
          onClick={() => {
            setDrawing(false);
            void chooseFace({ kind: 'whole' });
          }}
        >
          Whole picture
        </Button>
      </div>
    </>
  );
}

const countFaces = (faces: number) => (faces === 0 ? 'no face' : faces === 1 ? '1 face' : `${faces} faces`);
