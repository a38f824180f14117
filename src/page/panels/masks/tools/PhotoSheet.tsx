import { PhotoSources } from '../../../parts/photo/PhotoSources';
import { useStore } from '../../../state/useStore';
import { showSheet, viewStore } from '../../../state/view';
import { Sheet } from '../../../ui/Sheet';

/** Every way to another photo. */
export function PhotoSheet() {
  const open = useStore(viewStore, ({ sheet }) => sheet === 'photo');
  const close = () => showSheet(null);
  return (
    <Sheet title="Another photo" open={open} onClose={close}>
      <PhotoSources onTaken={close} />
    </Sheet>
  );
}
