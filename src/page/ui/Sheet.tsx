import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton';
import styles from './Sheet.module.css';

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The content draws its own heading; the title is spoken only. */
  readonly bare?: boolean;
}

/** A dialog: in the middle on a wide screen, from the lower edge on a phone. Escape closes it. */
export function Sheet({ title, open, onClose, children, bare = false }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <header className={bare ? styles.bare : styles.header}>
            <Dialog.Title className={bare ? 'visually-hidden' : styles.title}>{title}</Dialog.Title>
            <Dialog.Close render={<IconButton label="Close" icon={<X aria-hidden />} />} />
          </header>
          <div className={styles.body}>{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
