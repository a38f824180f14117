import { toSentError } from '../../../shared/errors';
import type { Gallery } from '../../../shared/gallery';
import { notify } from '../../state/notices';

/** People named in a notice; of more, their number is told. */
const named = 5;

/** Photos that were told of: a gallery is learned again and again, one network after the other. */
const told = new Set<string>();

/** Says once whose photos cannot be used, and why. */
export function tellUnusable(people: Gallery, unusable: ReadonlyMap<string, unknown>): void {
  const fresh = [...unusable].filter(([id]) => !told.has(id));
  const whose = people.filter(({ photos }) => photos.some(({ id }) => fresh.some(([other]) => other === id)));
  const [first] = fresh;
  if (first === undefined || whose.length === 0) return;
  for (const [id] of fresh) told.add(id);
  const words = whose.slice(0, named).map(({ name, photos }) => {
    const count = photos.filter(({ id }) => unusable.has(id)).length;
    if (count === photos.length) return `${name}, who has no other`;
    return `${name} (${count} of ${photos.length})`;
  });
  const others = whose.length - words.length;
  const list = [...words, ...(others > 0 ? [`${others} more people`] : [])].join('; ');
  notify({
    severity: 'warning',
    message: `Photos that cannot be used are left out of recognition: ${list}.`,
    remedy: `${toSentError(first[1]).message} Remove the person, and add them again from other photos.`,
  });
}
