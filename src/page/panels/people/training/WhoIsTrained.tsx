import { useEffect } from 'react';
import { count } from '../../../../shared/people/figures';
import { openGallery } from '../../../flows/gallery/openGallery';
import { personsWith, trainedPersons } from '../../../flows/people/training/trainedPersons';
import { galleryStore } from '../../../state/gallery/gallery';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import styles from '../figures/Figures.module.css';

/** Whose photos the heads would be trained on now, why, and what they would be shown. */
export function WhoIsTrained() {
  useEffect(() => void openGallery(), []);
  const photos = useStore(studyStore, (state) => state.photos);
  const measured = useStore(studyStore, (state) => state.measured);
  const people = useStore(galleryStore, (gallery) => (gallery.ready ? gallery.people : null));
  if (people === null) return null;
  return <p className={styles.text}>{sentence(trainedPersons({ photos, measured, people }))}</p>;
}

function sentence({ from, subjects }: ReturnType<typeof trainedPersons>): string {
  const [persons, several] = [personsWith(1, subjects), personsWith(2, subjects)];
  if (persons < 2) return 'There are not two persons to tell apart yet: name the photos of two or more.';
  const size = `${count(persons, 'person')}, ${count(subjects.length, 'photo')}`;
  const why =
    from === 'study'
      ? `Trained are the named persons of this study (${size})`
      : `Trained are the persons of the gallery (${size}), for fewer than two of those who are named here have two photos`;
  if (several >= 2) return `${why}. Photos are held out in turn.`;
  const where = from === 'study' ? 'here or in the gallery' : 'there either';
  return `${why}. Not two of them have two photos ${where}: changed copies are shown, and the figures flatter.`;
}
