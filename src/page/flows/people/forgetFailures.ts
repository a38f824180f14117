import { recordKey } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';
import { studyStore } from '../../state/study';

/** Lets these photos wait again. */
export async function forgetFailures(ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  studyStore.setState(({ failures }) => ({ failures: new Map([...failures].filter(([id]) => !gone.has(id))) }));
  await studyVault.change(
    [],
    ids.map((id) => recordKey('failure', id)),
  );
}
