import type { PeopleRow } from '../../../shared/calls/peopleCalls';
import type { MaskedPhoto, MeasuredPhoto } from '../../../shared/people';
import { comparePhotos } from '../../../shared/people/groupOrder';
import { engine } from '../../engine/instance';
import { notifyError } from '../../state/notices';
import { studyStore } from '../../state/study';
import { SupersededError } from '../shownPage';

let controller = new AbortController();

/** Ends the comparison under way, at once: what comes of it is of labels or figures that are gone. */
export function supersedeComparison(): AbortSignal {
  controller.abort(new SupersededError());
  controller = new AbortController();
  return controller.signal;
}

/** Before what measures photos, after what a person waits for. */
const priority = 4;

/**
 * Compares the groups of the study as they are now, without the mask and with it, in a worker. A newer call ends the
 * older one. Never rejects.
 */
export async function compareStudy(): Promise<void> {
  const signal = supersedeComparison();
  const { settings, measured, masked } = studyStore.getState();
  // Groups are told, and persons drawn, in the order of the rows.
  const grouped = [...measured.values()].filter(({ group }) => group !== null).sort(comparePhotos);
  if (settings === null || grouped.length === 0)
    return studyStore.setState({ comparison: null, maskedComparison: null, losses: null, comparing: false });
  studyStore.setState({ comparing: true });
  try {
    const { seed, resamples } = settings;
    const comparison = await engine().run(
      signal,
      'comparePeople',
      { rows: grouped.map(rowOf), seed, resamples },
      { priority },
    );
    signal.throwIfAborted();
    studyStore.setState({ comparison });
    const both = grouped.flatMap((open) => {
      const under = masked?.measured.get(open.id);
      // What the mask takes from a photo that the gallery holds is a measurement, unlike its name without the mask.
      return under === undefined ? [] : [{ open: { ...rowOf(open), enrolled: false }, masked: maskedRowOf(under) }];
    });
    const rows = both.map((pair) => pair.masked);
    const [maskedComparison, losses] =
      both.length === 0
        ? [null, null]
        : await Promise.all([
            engine().run(signal, 'comparePeople', { rows, seed, resamples, quantities: ofTheMap }, { priority }),
            engine().run(
              signal,
              'compareMasked',
              { open: both.map(({ open }) => open), masked: rows, seed, resamples },
              { priority },
            ),
          ]);
    signal.throwIfAborted();
    studyStore.setState({ maskedComparison, losses });
  } catch (error) {
    if (!signal.aborted) notifyError(error);
  } finally {
    if (!signal.aborted) studyStore.setState({ comparing: false });
  }
}

/** A mask changes no condition of a photo: tested again, these would only count among the tests. */
const ofTheMap = ['region', 'recognised', 'probability'] as const;

/** What the statistics need of a photo. */
export function rowOf({ person, group, right, enrolled, probability, regions, conditions }: MeasuredPhoto): PeopleRow {
  return { person, group, right, enrolled, probability, regions, conditions };
}

/** Under a mask the probability that counts is that of the name which the photo has without it. */
export const maskedRowOf = (masked: MaskedPhoto): PeopleRow => ({ ...rowOf(masked), probability: masked.kept });
