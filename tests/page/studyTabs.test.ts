/** This page's study while another holder, as in another tab, has it. */
import { afterEach, expect, test, vi } from 'vitest';
import { StudyLock } from '../../src/page/engine/people/studyLock';
import { recordKey, studyKey } from '../../src/page/engine/people/studyRecords';
import { studyVault } from '../../src/page/engine/people/studyVault';
import { addToDraft } from '../../src/page/flows/people/addToDraft';
import { beginStudy } from '../../src/page/flows/people/beginStudy';
import { claimStudy, goOnHere, letGoOfStudy, openStudy } from '../../src/page/flows/people/openStudy';
import { removeStudy } from '../../src/page/flows/people/removeStudy';
import { noPhotos, peopleViewStore } from '../../src/page/state/peopleView';
import { studyStore } from '../../src/page/state/study';

const settings = { network: 'net', layer: 'l', method: 'grad-cam', seed: 1, resamples: 200 } as const;
const photos = [{ id: '1', file: 'A/1.jpg', person: 'Anna', group: 'A' }];
const head = { version: 1, settings, stamp: 's', known: [], photos, mask: null };
const other = new StudyLock();
const state = () => studyStore.getState();

afterEach(async () => {
  await other.release();
  await removeStudy();
  peopleViewStore.setState(noPhotos);
});

test('a study that is begun here while another tab has one waits with its photos, and writes nothing', async () => {
  await openStudy();
  expect(state()).toMatchObject({ ready: true, elsewhere: false, settings: null });
  // Without a study this tab keeps nobody from beginning one.
  expect(await other.tryHold()).toBe(true);
  addToDraft([{ path: '2.jpg', file: new File(['x'], '2.jpg') }]);
  await beginStudy();
  expect(state()).toMatchObject({ ready: true, elsewhere: true, settings: null });
  expect(peopleViewStore.getState().draft).toHaveLength(1);
  await studyVault.change([[recordKey('face', '1'), 'of this tab']]);
  expect(await studyVault.tryKeep(recordKey('source', '1'), 'of this tab')).toBe(false);
  expect(await studyVault.get(recordKey('face', '1'))).toBeUndefined();
  // The other tab is closed: this one goes on by itself.
  await other.release();
  await vi.waitFor(() => expect(state()).toMatchObject({ ready: true, elsewhere: false }));
});

test('a study that another tab has begun since this one looked is shown, not replaced', async () => {
  await openStudy();
  await studyVault.change([[studyKey, head]]);
  expect(await claimStudy()).toBe(true);
  expect(state()).toMatchObject({ settings, photos, elsewhere: false });
  expect(await other.tryHold()).toBe(false);
});

test('what is taken away is left as it is here, and is there again when it comes back', async () => {
  await studyVault.change([[studyKey, head]]);
  await openStudy();
  await other.takeOver();
  await vi.waitFor(() => expect(state()).toMatchObject({ ready: true, elsewhere: true, settings: null, photos: [] }));
  other.onAsked = vi.fn(() => Promise.resolve());
  await goOnHere();
  expect(other.onAsked).toHaveBeenCalledTimes(1);
  expect(other.held).toBe(false);
  expect(state()).toMatchObject({ settings, photos, elsewhere: false });
});

test('deleting takes it from the other tab, and then nobody has it', async () => {
  await studyVault.change([[studyKey, head]]);
  await other.tryHold();
  await openStudy();
  expect(state().elsewhere).toBe(true);
  await removeStudy();
  expect(other.held).toBe(false);
  expect(await studyVault.get(studyKey)).toBeUndefined();
  expect(state()).toMatchObject({ elsewhere: false, settings: null });
  expect(await other.tryHold()).toBe(true);
});

test('a claim that comes to nothing is let go', async () => {
  expect(await claimStudy()).toBe(true);
  await openStudy();
  expect(await other.tryHold()).toBe(false);
  await letGoOfStudy();
  expect(await other.tryHold()).toBe(true);
});
