import { notify, notifyError } from '../../state/notices';
import { type Added, addPerson, type NewPerson } from './addPeople';

/**
 * Adds a person from files and tells how it went. Resolves to what could be added; to null where nothing could. Never
 * rejects.
 */
export async function addFiles(signal: AbortSignal, person: NewPerson): Promise<Added | null> {
  try {
    const added = await addPerson(signal, person);
    for (const { message, remedy } of added.failures) notify({ severity: 'warning', message, remedy });
    return added.added === 0 ? null : added;
  } catch (error) {
    if (!signal.aborted) notifyError(error);
    return null;
  }
}
