import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './IconButton';
import { joinClasses } from './joinClasses';
import styles from './Sheet.module.css';

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The content draws its own heading and its own way out; the title is spoken only. */
  readonly bare?: boolean;
  /** For tables: as wide as the screen allows, up to 760 pixels. */
  readonly wide?: boolean;
  /** What gets the focus when it closes; by default what had it before. */
  readonly finalFocus?: () => HTMLElement | boolean;
}

/** A dialog: in the middle on a wide screen, from the lower edge on a phone. Escape closes it. */
export function Sheet({ title, open, onClose, children, bare = false, wide = false, finalFocus }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          ref={popup}
          className={joinClasses(styles.popup, wide && styles.wide)}
          initialFocus={popup}
          {...(finalFocus === undefined ? {} : { finalFocus })}
        >
          <div className={bare ? 'visually-hidden' : styles.header}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            {!bare && <Dialog.Close render={<IconButton label="Close" icon={<X aria-hidden />} />} />}
          </div>
          <div className={styles.body}>{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
