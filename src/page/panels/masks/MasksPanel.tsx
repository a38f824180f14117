import { useEffect } from 'react';
import { followMask } from '../../flows/masks/followMask';
import { openBench } from '../../flows/openBench';
import { MethodControls } from '../../parts/method/MethodControls';
import { CameraSheet } from '../../parts/photo/CameraSheet';
import { EmptyBench } from '../../parts/photo/EmptyBench';
import { FaceProblem } from '../../parts/photo/FaceProblem';
import { StageLine } from '../../parts/photo/StageLine';
import { StudyLine } from '../../parts/photo/StudyLine';
import { facesStore } from '../../state/faces';
import { useStore } from '../../state/useStore';
import { Button } from '../../ui/Button';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { MaskFigure } from './canvas/MaskFigure';
import { faceId } from './canvas/showFace';
import { MaskProblem } from './MaskProblem';
import styles from './MasksPanel.module.css';
import { ResultTabs } from './ResultTabs';
import { Headline } from './results/Headline';
import { FacePicker } from './tools/FacePicker';
import { MaskTools } from './tools/MaskTools';
import { PhotoSheet } from './tools/PhotoSheet';
import { ToolPane } from './tools/ToolPane';

const promise = 'Paint over the face and see at once whom or what the network takes it for now, and where it looks.';

/** The Masks bench: the tools, the face to paint on, and what the mask changes. */
export function MasksPanel() {
  const wide = useMediaQuery('(min-width: 1200px)');
  const begun = useStore(facesStore, ({ photo }) => photo !== null);
  useEffect(() => followMask(), []);
  return (
    <div className={begun ? (wide ? styles.wide : styles.narrow) : styles.empty}>
      {begun ? wide ? <Wide /> : <Narrow /> : <EmptyBench promise={promise} />}
      <CameraSheet />
      <PhotoSheet />
    </div>
  );
}

function Wide() {
  return (
    <>
      <div className={styles.left}>
        <div className={styles.study}>
          <StudyLine />
        </div>
        <ToolPane />
      </div>
      <div className={styles.middle}>
        <FacePane wide />
      </div>
      <div className={styles.right}>
        <ResultTabs />
      </div>
    </>
  );
}

function Narrow() {
  return (
    <>
      <div className={styles.study}>
        <StudyLine />
      </div>
      <FacePane wide={false} />
      <ResultTabs />
      <div className={styles.picker}>
        <FacePicker />
      </div>
      <MaskTools />
    </>
  );
}

/** What the mask has done, and the face that is painted on. */
function FacePane({ wide }: { readonly wide: boolean }) {
  const begun = useStore(facesStore, ({ choice }) => choice !== null);
  if (!begun)
    return (
      <section className={styles.none} aria-label="Face and mask">
        <h1 className="visually-hidden">Masks</h1>
        <FaceProblem />
        <StageLine />
        <p>No face was found in this photo. Choose another photo, or mark the face by hand.</p>
        <Button onClick={() => openBench('faces')}>Mark it on the Faces bench</Button>
      </section>
    );
  return (
    <section id={faceId} className={styles.pane} aria-label="Face and mask">
      <header className={styles.header}>
        <Headline />
      </header>
      <MaskFigure />
      <FaceProblem />
      <MaskProblem />
      <StageLine />
      {wide && (
        <div className={styles.controls}>
          <MethodControls labelled />
        </div>
      )}
    </section>
  );
}
