import { ImagePlus, Paintbrush, Redo2, Shapes, SlidersHorizontal, Undo2 } from 'lucide-react';
import { redoStroke, undoStroke } from '../../../flows/masks/editMask';
import { MethodControls } from '../../../parts/method/MethodControls';
import { facesStore } from '../../../state/faces';
import { activeTool, maskStore } from '../../../state/mask';
import { useStore } from '../../../state/useStore';
import { showSheet, viewStore } from '../../../state/view';
import { BottomBar, BottomTool } from '../../../ui/BottomBar';
import { Sheet } from '../../../ui/Sheet';
import { HistoryButtons, useHistory } from './HistoryButtons';
import { MaskFiles } from './MaskFiles';
import { ReadyMasks } from './ReadyMasks';
import { tools } from './ToolButtons';
import { PaintTools } from './ToolPane';
import styles from './Tools.module.css';

/** On a narrow screen: the tools within the thumb's reach, what belongs to them in sheets. */
export function MaskTools() {
  const sheet = useStore(viewStore, (view) => view.sheet);
  const tool = useStore(maskStore, activeTool);
  const faceless = useStore(facesStore, ({ choice }) => choice === null);
  const { past, future } = useHistory();
  const now = tools.find(({ name }) => name === tool);
  const close = () => showSheet(null);
  return (
    <>
      <BottomBar>
        <BottomTool
          icon={now?.icon ?? <Paintbrush aria-hidden />}
          name={now?.title ?? 'Paint'}
          disabled={faceless}
          onClick={() => showSheet('mask-tools')}
        />
        <BottomTool
          icon={<Shapes aria-hidden />}
          name="Ready"
          disabled={faceless}
          onClick={() => showSheet('ready-masks')}
        />
        <BottomTool icon={<Undo2 aria-hidden />} name="Undo" disabled={!past} onClick={undoStroke} />
        <BottomTool icon={<Redo2 aria-hidden />} name="Redo" disabled={!future} onClick={redoStroke} />
        <BottomTool icon={<SlidersHorizontal aria-hidden />} name="Method" onClick={() => showSheet('explain')} />
        <BottomTool icon={<ImagePlus aria-hidden />} name="Photo" onClick={() => showSheet('photo')} />
      </BottomBar>
      <Sheet title="Paint" open={sheet === 'mask-tools'} onClose={close}>
        <div className={styles.sheet}>
          <PaintTools />
          <HistoryButtons />
          <MaskFiles />
        </div>
      </Sheet>
      <Sheet title="Ready-made masks" open={sheet === 'ready-masks'} onClose={close}>
        <div className={styles.sheet}>
          <ReadyMasks />
        </div>
      </Sheet>
      <Sheet title="Method" open={sheet === 'explain'} onClose={close}>
        <div className={styles.sheet}>
          <MethodControls labelled />
        </div>
      </Sheet>
    </>
  );
}
