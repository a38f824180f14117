import { Blend, ImagePlus, SlidersHorizontal } from 'lucide-react';
import { MethodControls } from '../../parts/method/MethodControls';
import { PhotoSources } from '../../parts/photo/PhotoSources';
import { useStore } from '../../state/useStore';
import { showSheet, viewStore } from '../../state/view';
import { BottomBar, BottomTool } from '../../ui/BottomBar';
import { Sheet } from '../../ui/Sheet';
import styles from './FaceTools.module.css';
import { ViewControls } from './map/ViewControls';

/** On a narrow screen: what stands around the pictures on a wide one, in sheets. */
export function FaceTools() {
  const sheet = useStore(viewStore, (view) => view.sheet);
  const close = () => showSheet(null);
  return (
    <>
      <BottomBar>
        <BottomTool icon={<ImagePlus aria-hidden />} name="Photo" onClick={() => showSheet('photo')} />
        <BottomTool icon={<SlidersHorizontal aria-hidden />} name="Method" onClick={() => showSheet('explain')} />
        <BottomTool icon={<Blend aria-hidden />} name="Colours" onClick={() => showSheet('map-view')} />
      </BottomBar>
      <Sheet title="Another photo" open={sheet === 'photo'} onClose={close}>
        <PhotoSources onTaken={close} />
      </Sheet>
      <Sheet title="Method" open={sheet === 'explain'} onClose={close}>
        <div className={styles.controls}>
          <MethodControls labelled />
        </div>
      </Sheet>
      <Sheet title="Colours" open={sheet === 'map-view'} onClose={close}>
        <div className={styles.controls}>
          <ViewControls labelled />
        </div>
      </Sheet>
    </>
  );
}
