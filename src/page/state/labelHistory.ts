import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import type { PeopleView } from './peopleView';
import type { StudyState } from './study';

/** What the user has said of the photos: of the study's, and of those that wait for one. */
export type Labels = Pick<StudyState, 'photos'> & Pick<PeopleView, 'draft' | 'said' | 'roles' | 'table'>;

/** Of no study, and no photos that wait. */
export const noLabels: Labels = { photos: [], draft: [], said: new Map(), roles: [], table: null };

/** Steps that can be undone. */
const remembered = 100;

/**
 * The labels as they were after the last step. `labelHistory.temporal` holds those before: see
 * flows/people/labelSteps.ts, which alone writes here.
 */
export const labelHistory = createStore<Labels>()(temporal((): Labels => noLabels, { limit: remembered }));
