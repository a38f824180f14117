import type { FoundFile } from '../../intake/people/foundFile';
import { notify } from '../../state/notices';
import { studyStore } from '../../state/study';
import { addToDraft } from './addToDraft';
import { matchMissing } from './matchMissing';
import { openStudy } from './openStudy';
import { resumeStudy } from './resumeStudy';
import { takeGroupsTables } from './takeGroupsTables';

const isTable = ({ file }: FoundFile) => /\.(csv|tsv)$/i.test(file.name);
const isPicture = ({ file }: FoundFile) =>
  file.type.startsWith('image/') || /\.(jpe?g|png|webp|avif|gif|bmp|hei[cf])$/i.test(file.name);

/** Whether files are photos of people and tables of their groups, rather than a network or something that was saved. */
export const arePeople = (found: readonly FoundFile[]): boolean => found.some((one) => isPicture(one) || isTable(one));

/**
 * Photos in bulk: they wait for a study, or the one that was left goes on with them; a table among them tells their
 * groups. What is neither is left out by name. Never rejects.
 */
export async function takeOnPeople(found: readonly FoundFile[]): Promise<void> {
  // What the study waits for is known once it has been read.
  await openStudy();
  const photos = found.filter(isPicture);
  const tables = found.filter(isTable);
  const others = found.filter((one) => !isPicture(one) && !isTable(one));
  const missed = matchMissing(studyStore.getState().missing, photos);
  const given = new Set(missed.values());
  const fresh = photos.filter((photo) => !given.has(photo));
  if (fresh.length > 0) addToDraft(fresh);
  if (tables.length > 0) await takeGroupsTables(tables.map(({ file }) => file));
  if (others.length > 0) tellOthers(others, photos.length === 0 && tables.length === 0);
  if (missed.size > 0) await resumeStudy(new Map([...missed].map(([id, { file }]) => [id, file])));
}

const named = 3;

function tellOthers(others: readonly FoundFile[], all: boolean): void {
  const names = others.slice(0, named).map(({ path }) => `“${path}”`);
  const more = others.length > named ? `, and ${others.length - named} more` : '';
  notify({
    severity: all ? 'error' : 'warning',
    message: `Left out, for they are no photos: ${names.join(', ')}${more}.`,
    remedy: 'Photos are JPEG, PNG, WebP, AVIF, GIF, BMP or HEIC; a table of groups is CSV.',
  });
}
