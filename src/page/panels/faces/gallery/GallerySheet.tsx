import { useEffect, useState } from 'react';
import { readyGallery } from '../../../flows/gallery/readyGallery';
import { recogniseAgain } from '../../../flows/gallery/recogniseAgain';
import type { Stage } from '../../../state/faces';
import { galleryStore } from '../../../state/gallery/gallery';
import { countPhotos } from '../../../state/gallery/galleryEdits';
import { notifyError } from '../../../state/notices';
import { useStore } from '../../../state/useStore';
import { showSheet, viewStore } from '../../../state/view';
import { ProgressBar } from '../../../ui/ProgressBar';
import { Sheet } from '../../../ui/Sheet';
import { AddPeople } from './AddPeople';
import styles from './Gallery.module.css';
import { GalleryActions } from './GalleryActions';
import { HeadState } from './HeadState';
import { PeopleList } from './PeopleList';

/** The people that Fovea knows. What is changed here is learned when the sheet closes. */
export function GallerySheet() {
  const open = useStore(viewStore, ({ sheet }) => sheet === 'gallery');
  const close = () => {
    showSheet(null);
    void recogniseAgain();
  };
  return (
    <Sheet title="People" open={open} onClose={close}>
      {open && <People />}
    </Sheet>
  );
}

function People() {
  const people = useStore(galleryStore, (state) => state.people);
  const stage = useOpening();
  return (
    <div className={styles.people}>
      <p className={styles.note}>
        {people.length} {people.length === 1 ? 'person' : 'people'}, {countPhotos(people)}{' '}
        {countPhotos(people) === 1 ? 'photo' : 'photos'}. Photos and names are kept in this browser, on this device;
        none of it is sent anywhere.
      </p>
      {stage !== null && (
        <div className={styles.stage}>
          <p className={styles.note}>{stage.words}</p>
          <ProgressBar label={stage.words} fraction={stage.fraction} text={stage.words} />
        </div>
      )}
      <AddPeople />
      <HeadState />
      <GalleryActions />
      <PeopleList />
    </div>
  );
}

/** Reads the gallery, or enrols the bundled one at the first start; what is under way, or null. */
function useOpening(): Stage | null {
  const [stage, setStage] = useState<Stage | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    readyGallery(signal, (words, fraction) => !signal.aborted && setStage({ words, fraction }))
      .catch((error: unknown) => !signal.aborted && notifyError(error))
      .finally(() => !signal.aborted && setStage(null));
    return () => controller.abort();
  }, []);
  return stage;
}
