import type { StudySettings } from '../../../../shared/people';
import { count } from '../../../../shared/people/figures';
import { chooseHow } from '../../../flows/people/chooseHow';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';

/** A change that waits for a second word, and how many photos it measures again. */
export interface Asked {
  readonly change: Partial<StudySettings>;
  readonly photos: number;
}

interface Props {
  /** Null: nothing is asked. */
  readonly asked: Asked | null;
  readonly onClose: () => void;
}

/** What becomes of what there is. */
export const measuredAgainText =
  'What was measured of them so far goes, with the figures under the mask and the answers of a training. Faces, persons ' +
  'and groups stay. A report keeps what there is now: save one first.';

/** Asks before all photos are measured in another way. */
export function MeasureAgain({ asked, onClose }: Props) {
  return (
    <ConfirmDialog
      title={`Measure ${count(asked?.photos ?? 0, 'photo')} again?`}
      text={measuredAgainText}
      keep="Keep the figures"
      act="Measure again"
      open={asked !== null}
      onClose={onClose}
      onAct={() => {
        onClose();
        if (asked !== null) chooseHow(asked.change);
      }}
    />
  );
}
