import { useEffect } from 'react';
import { Toaster, toast } from 'sonner';
import type { Notice } from '../state/notices';
import { followNotices } from './followNotices';
import styles from './Notices.module.css';

/** Shows each notice once, as a toast. */
export function Notices() {
  useEffect(() => followNotices(raise, toast.dismiss), []);
  return (
    <Toaster
      theme="system"
      position="bottom-right"
      offset={{ right: 8, bottom: 8 }}
      className={styles.notices ?? ''}
      mobileOffset={{ bottom: 88 }}
      closeButton
      expand
    />
  );
}

function raise({ severity, message, remedy, action, gone }: Notice): string | number {
  // An error, and what cannot be taken back later, stay for as long as it takes to read them and to act.
  const duration = severity === 'error' || gone !== undefined ? 20_000 : 8_000;
  // Said again while it is still there, it takes its own place; what can be undone is an event of its own each time.
  const same = action === undefined && gone === undefined ? { id: `${severity} ${message} ${remedy ?? ''}` } : {};
  return toast[severity](message, {
    duration,
    ...same,
    ...(remedy === undefined ? {} : { description: remedy }),
    ...(action === undefined ? {} : { action: { label: action.label, onClick: action.run } }),
    ...(gone === undefined ? {} : { onDismiss: gone, onAutoClose: gone }),
  });
}
