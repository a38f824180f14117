import { useMemo } from 'react';
import type { StudyPhoto } from '../../../../shared/people';
import { draftPhotos } from '../../../flows/people/draftPhotos';
import { peopleViewStore } from '../../../state/peopleView';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';

/** The study's photos; before there is a study, those that wait for one. */
export function useStudyPhotos(): readonly StudyPhoto[] {
  const study = useStore(studyStore, (state) => (state.settings === null ? null : state.photos));
  const draft = useStore(peopleViewStore, (view) => view.draft);
  const roles = useStore(peopleViewStore, (view) => view.roles);
  const said = useStore(peopleViewStore, (view) => view.said);
  return useMemo(() => study ?? draftPhotos({ draft, roles, said }), [study, draft, roles, said]);
}
