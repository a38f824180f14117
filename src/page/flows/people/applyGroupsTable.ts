import { FoveaError, toSentError } from '../../../shared/errors';
import { matchGroups } from '../../intake/people/matchGroups';
import { type GroupsLine, readGroupsCsv } from '../../intake/people/readGroupsCsv';
import { notify } from '../../state/notices';
import type { Said } from '../../state/peopleView';
import { studyStore } from '../../state/study';
import { assign } from './assign';
import { draftPhotos } from './draftPhotos';

/** Notices about tables. */
export const aboutTables = 'a table of groups';

/**
 * Gives the photos, those of the study and those that wait for it, the persons and groups of a table. A column that the
 * table lacks changes nothing; a cell that is empty takes the photo out of its group.
 * @throws FoveaError when it is no such table, or there are no photos to name; the signal's reason when aborted
 */
export async function applyGroupsTable(signal: AbortSignal, file: File): Promise<void> {
  const lines = await readGroupsCsv(signal, file).catch((error: unknown) => {
    signal.throwIfAborted();
    // One of several tables, perhaps.
    const { message, remedy } = toSentError(error);
    throw new FoveaError(`“${file.name}”: ${message}`, remedy);
  });
  const photos = [...studyStore.getState().photos, ...draftPhotos()];
  if (photos.length === 0)
    throw new FoveaError(
      `“${file.name}” names photos, and there are none yet.`,
      'Add the photos first, then the table.',
    );
  // A photo that waits may have the path of one that is measured: a line means both.
  const paths = [...new Set(photos.map(({ file: path }) => path))];
  const { matched, unmatched, ambiguous, missing } = matchGroups(paths, lines);
  const told = {
    person: lines.some(({ person }) => person !== null),
    group: lines.some(({ group }) => group !== null),
  };
  const changes = photos.flatMap(({ id, file: path }) => {
    const line = matched.get(path);
    return line === undefined ? [] : [[id, saidBy(line, told)] as const];
  });
  const short = (some: readonly GroupsLine[]) => some.map(({ line, file: name }) => ({ line, file: name }));
  await assign(new Map(changes), {
    ...{ name: file.name, matched: matched.size, missing },
    ...{ unmatched: short(unmatched), ambiguous: short(ambiguous) },
  });
  if (matched.size === 0)
    notify({
      about: aboutTables,
      severity: 'error',
      message: `No line of “${file.name}” names one of these photos.`,
      remedy: `The first is “${lines[0]?.file ?? ''}”; a photo here is “${photos[0]?.file ?? ''}”.`,
    });
}

const saidBy = ({ person, group }: GroupsLine, told: { person: boolean; group: boolean }): Said => ({
  ...(told.person ? { person } : {}),
  ...(told.group ? { group } : {}),
});
