import { useEffect, useMemo, useState } from 'react';
import type { Picture } from '../../../../shared/ascent';
import { meanFaces } from '../../../flows/people/meanFaces';
import type { FaceBelow } from '../../../paint/people/paintFaceMap';
import { notifyError } from '../../../state/notices';
import { peopleViewStore } from '../../../state/peopleView';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';

interface MeanFaces {
  /** By group; null until they are made, or where the outline is wanted. */
  readonly faces: ReadonlyMap<string, FaceBelow> | null;
  /** Photos that are done, of how many; null while nothing is under way. */
  readonly progress: readonly [done: number, total: number] | null;
}

/** Photos after which the progress is shown again. */
const step = 5;

/** The groups' mean faces, made while they are wanted and nothing is measured, anew for other photos; none is kept. */
export function useMeanFaces(): MeanFaces {
  const below = useStore(peopleViewStore, (view) => view.below);
  const busy = useStore(studyStore, ({ work }) => work !== null);
  const wanted = below === 'face' && !busy;
  const opacity = useStore(peopleViewStore, (view) => view.opacity);
  const measured = useStore(studyStore, (state) => state.measured);
  const [made, setMade] = useState<{ readonly of: unknown; readonly pictures: ReadonlyMap<string, Picture> } | null>(
    null,
  );
  const [progress, setProgress] = useState<MeanFaces['progress']>(null);
  useEffect(() => {
    setMade(null);
    setProgress(null);
    if (!wanted) return;
    const work = new AbortController();
    const { signal } = work;
    setProgress([0, measured.size]);
    meanFaces(signal, (done, total) => done % step === 0 && setProgress([done, total]))
      .then((pictures) => setMade({ of: measured, pictures }))
      .catch((error) => signal.aborted || notifyError(error))
      .finally(() => signal.aborted || setProgress(null));
    return () => work.abort();
  }, [wanted, measured]);
  const faces = useMemo(() => {
    if (made === null || made.of !== measured) return null;
    return new Map([...made.pictures].map(([group, picture]): [string, FaceBelow] => [group, { picture, opacity }]));
  }, [made, measured, opacity]);
  return { faces, progress };
}
