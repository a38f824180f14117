import { useEffect, useRef, useState } from 'react';
import { showTakenPhoto } from '../../flows/faces/showPhoto';
import { type Camera, startCamera } from '../../intake/photo/startCamera';
import { useStore } from '../../state/useStore';
import { showSheet, viewStore } from '../../state/view';
import { Button } from '../../ui/Button';
import { Problem } from '../../ui/Problem';
import { Sheet } from '../../ui/Sheet';
import styles from './CameraSheet.module.css';

/** A photo from the camera. It runs from the click that starts it until a photo is taken or the sheet is closed. */
export function CameraSheet() {
  const open = useStore(viewStore, (view) => view.sheet === 'camera');
  return (
    <Sheet title="Camera" open={open} onClose={() => showSheet(null)}>
      <CameraView />
    </Sheet>
  );
}

function CameraView() {
  const { video, camera, starting, taking, problem, start, take, stop } = useCamera();
  return (
    <div className={styles.camera}>
      <div className={styles.view} data-on={camera !== null}>
        <video ref={video} className={styles.video} playsInline muted aria-label="What the camera sees" />
        {camera === null && (
          <p className={styles.hint}>
            {starting ? 'Waiting for the camera' : 'The camera is off. Its picture stays on this device.'}
          </p>
        )}
      </div>
      {problem !== null && <Problem message={problem.message} remedy={problem.remedy} />}
      <div className={styles.actions}>
        {camera === null ? (
          <Button look="primary" disabled={starting} onClick={() => void start()}>
            Start the camera
          </Button>
        ) : (
          <>
            <Button onClick={stop}>Stop the camera</Button>
            <Button look="primary" disabled={taking} onClick={() => void take()}>
              Take photo
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** The camera of this sheet; closing the sheet turns it off. */
function useCamera() {
  const video = useRef<HTMLVideoElement>(null);
  const work = useRef(new AbortController());
  const [camera, setCamera] = useState<Camera | null>(null);
  const [starting, setStarting] = useState(false);
  const [taking, setTaking] = useState(false);
  const [problem, setProblem] = useState<{ message: string; remedy: string } | null>(null);
  const stop = () => {
    work.current.abort();
    setCamera(null);
  };
  useEffect(() => () => work.current.abort(), []);
  const start = async () => {
    if (video.current === null) return;
    const controller = new AbortController();
    work.current = controller;
    setProblem(null);
    setStarting(true);
    try {
      const started = await startCamera(controller.signal, video.current);
      setCamera(started);
      void started.stopped.then(() => setCamera((now) => (now === started ? null : now)));
    } catch (error) {
      if (!controller.signal.aborted) setProblem(toProblem(error));
    } finally {
      setStarting(false);
    }
  };
  const take = async () => {
    const { signal } = work.current;
    if (camera === null || taking) return;
    setProblem(null);
    setTaking(true);
    try {
      const photo = await camera.takePhoto();
      // Closed meanwhile: nobody wants the photo any more.
      if (signal.aborted) return photo.close();
      showSheet(null);
      void showTakenPhoto(photo);
    } catch (error) {
      if (!signal.aborted) setProblem(toProblem(error));
    } finally {
      setTaking(false);
    }
  };
  return { video, camera, starting, taking, problem, start, take, stop };
}

function toProblem(error: unknown): { message: string; remedy: string } {
  const message = error instanceof Error ? error.message : String(error);
  return { message, remedy: error instanceof Error && 'remedy' in error ? String(error.remedy) : '' };
}
