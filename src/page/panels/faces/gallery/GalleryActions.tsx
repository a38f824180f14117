import { Download, Trash2, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { clearGallery } from '../../../flows/gallery/clearGallery';
import { exportGallery } from '../../../flows/gallery/exportGallery';
import { importGallery } from '../../../flows/gallery/importGallery';
import { removeWithUndo } from '../../../flows/gallery/removeWithUndo';
import { galleryStore } from '../../../state/gallery/gallery';
import { notifyError } from '../../../state/notices';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import styles from './Gallery.module.css';

/** All people at once: as one file, from one file, or gone. */
export function GalleryActions() {
  const input = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const count = useStore(galleryStore, ({ people }) => people.length);
  const clear = () => {
    setAsking(false);
    removeWithUndo(clearGallery);
  };
  return (
    <div className={styles.actions}>
      <Button icon={<Download aria-hidden />} disabled={count === 0} onClick={save}>
        Export
      </Button>
      <input
        ref={input}
        type="file"
        accept=".jsonl,application/jsonl"
        aria-label="Gallery file"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) importGallery(new AbortController().signal, file).catch(notifyError);
          event.target.value = '';
        }}
      />
      <Button icon={<Upload aria-hidden />} onClick={() => input.current?.click()}>
        Import
      </Button>
      <span className={styles.spring} />
      <Button look="quiet" icon={<Trash2 aria-hidden />} disabled={count === 0} onClick={() => setAsking(true)}>
        Remove everybody
      </Button>
      <ConfirmDialog
        title="Remove everybody?"
        text={`All ${count} people and their photos go from this device. Export them first if you want to keep them.`}
        keep="Keep them"
        act="Remove"
        open={asking}
        onClose={() => setAsking(false)}
        onAct={clear}
      />
    </div>
  );
}

function save(): void {
  exportGallery(new AbortController().signal).catch(notifyError);
}
