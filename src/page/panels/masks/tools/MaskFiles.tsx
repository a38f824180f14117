import { Download, FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { exportMask } from '../../../flows/masks/exportMask';
import { openMask } from '../../../flows/masks/openMask';
import { facesStore } from '../../../state/faces';
import { maskStore, shownMask } from '../../../state/mask';
import { notifyError } from '../../../state/notices';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import styles from './Tools.module.css';

/** The mask as a PNG, out and in again. */
export function MaskFiles() {
  const input = useRef<HTMLInputElement>(null);
  const faceless = useStore(facesStore, ({ choice }) => choice === null);
  const empty = useStore(maskStore, (state) => shownMask(state).length === 0);
  return (
    <>
      <div className={styles.files}>
        <Button
          icon={<Download aria-hidden />}
          disabled={empty}
          onClick={() => void exportMask().catch(notifyError)}
          title="PNG, black where the face is hidden"
        >
          Save mask
        </Button>
        <Button icon={<FolderOpen aria-hidden />} disabled={faceless} onClick={() => input.current?.click()}>
          Open mask
        </Button>
        <input
          ref={input}
          type="file"
          accept="image/png,image/webp,image/*"
          aria-label="Mask file"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file !== undefined) void openMask(file);
          }}
        />
      </div>
      <p className={styles.hint}>
        The PNG holds where the face is hidden, not what it is filled with: an opened mask gets the fill that is chosen.
      </p>
    </>
  );
}
