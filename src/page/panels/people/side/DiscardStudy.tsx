import { count } from '../../../../shared/people/figures';
import { removeStudy } from '../../../flows/people/removeStudy';
import { notifyError } from '../../../state/notices';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks before the study is deleted, wherever that is offered. */
export function DiscardStudy({ open, onClose }: Props) {
  const measured = useStore(studyStore, (state) => state.measured.size);
  const discard = () => {
    onClose();
    removeStudy().catch(notifyError);
  };
  return (
    <ConfirmDialog
      title="Discard the study?"
      text={`What was measured of ${count(measured, 'photo')} goes from this device, with the faces that were kept for it. Your photos stay where they are.`}
      keep="Keep it"
      act="Discard"
      open={open}
      onClose={onClose}
      onAct={discard}
    />
  );
}
