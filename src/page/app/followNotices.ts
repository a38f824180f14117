import { type Notice, noticesStore } from '../state/notices';

/**
 * Raises each notice once, as a toast, and takes from the screen those that are withdrawn.
 * @param raise shows a toast and returns its id
 * @returns ends it
 */
export function followNotices<Toast>(raise: (notice: Notice) => Toast, dismiss: (toast: Toast) => void): () => void {
  let shown = 0;
  let seen = noticesStore.getState().withdrawn;
  /** Notices that can be withdrawn, with their toasts. They outlive the list, which keeps the newest only. */
  let raised: { readonly notice: Notice; readonly toast: Toast }[] = [];
  const show = () => {
    const { notices, withdrawn } = noticesStore.getState();
    for (const notice of notices) {
      if (notice.id <= shown) continue;
      shown = notice.id;
      const toast = raise(notice);
      if (notice.about !== undefined) raised.push({ notice, toast });
    }
    if (withdrawn === null || withdrawn === seen) return;
    seen = withdrawn;
    const gone = ({ notice }: { readonly notice: Notice }) =>
      notice.about === withdrawn.about && notice.id <= withdrawn.upTo;
    const leaving = raised.filter(gone);
    raised = raised.filter((one) => !gone(one));
    for (const { toast } of leaving) dismiss(toast);
  };
  show();
  return noticesStore.subscribe(show);
}
