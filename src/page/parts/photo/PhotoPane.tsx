import { Crop, Maximize } from 'lucide-react';
import { useEffect, useState } from 'react';
import { chooseFace } from '../../flows/faces/recogniseChoice';
import { facesStore, type ShownPhoto } from '../../state/faces';
import { useStore } from '../../state/useStore';
import { viewStore } from '../../state/view';
import { Button } from '../../ui/Button';
import { formatCount } from '../../ui/format';
import { BoxDrawer } from './BoxDrawer';
import { FaceBoxes } from './FaceBoxes';
import { FaceProblem } from './FaceProblem';
import { OwnBox } from './OwnBox';
import { PhotoFigure } from './PhotoFigure';
import styles from './PhotoPane.module.css';
import { PhotoSources } from './PhotoSources';
import { StageLine } from './StageLine';
import { StudyLine } from './StudyLine';

/** The photo, which part of it is looked at, and the way to another one. */
export function PhotoPane({ wide }: { readonly wide: boolean }) {
  const photo = useStore(facesStore, (state) => state.photo);
  if (photo === null) return null;
  return (
    <section className={styles.pane} aria-label="Photo">
      <FaceProblem />
      <StudyLine />
      <PhotoPart key={photo.id} photo={photo} />
      {wide && (
        <div className={styles.another}>
          <h2 className={styles.title}>Another photo</h2>
          <PhotoSources />
        </div>
      )}
      <div className={styles.stage}>
        <StageLine />
      </div>
    </section>
  );
}

/** The photo with its faces, or while a box is drawn on it. */
function PhotoPart({ photo }: { readonly photo: ShownPhoto }) {
  const [drawing, setDrawing] = useState(false);
  const choice = useStore(facesStore, (state) => state.choice);
  useEscape(drawing, () => setDrawing(false));
  const none = photo.faces.length === 0;
  return (
    <>
      <PhotoFigure photo={photo} outlined={!drawing}>
        {drawing ? (
          <BoxDrawer photo={photo} onDone={() => setDrawing(false)} />
        ) : (
          <FaceBoxes photo={photo} chosen={choice?.kind === 'face' ? choice.index : null} />
        )}
        {!drawing && choice?.kind === 'box' && <OwnBox box={choice.box} photo={photo} />}
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

/** While it is wanted, Escape counts wherever the focus is; in a sheet it closes the sheet. */
function useEscape(wanted: boolean, act: () => void): void {
  useEffect(() => {
    if (!wanted) return;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && viewStore.getState().sheet === null) act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

const countFaces = (faces: number) => (faces === 0 ? 'no face' : faces === 1 ? '1 face' : `${faces} faces`);
