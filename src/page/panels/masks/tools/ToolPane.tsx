import { facesStore } from '../../../state/faces';
import { activeTool, maskStore } from '../../../state/mask';
import { useStore } from '../../../state/useStore';
import { Section } from '../../../ui/Section';
import { ActualSize } from './ActualSize';
import { FacePicker } from './FacePicker';
import { FillField } from './FillField';
import { HistoryButtons } from './HistoryButtons';
import { MaskFiles } from './MaskFiles';
import { ReadyMasks } from './ReadyMasks';
import { SizeField } from './SizeField';
import { ToolButtons } from './ToolButtons';
import styles from './Tools.module.css';

/** On a wide screen: all that the mask is made with, beside the face. */
export function ToolPane() {
  return (
    <>
      <Section title="Paint" aside={<HistoryButtons />}>
        <PaintTools />
      </Section>
      <Section title="Ready-made masks">
        <ReadyMasks />
      </Section>
      <Section title="Photo and face">
        <FacePicker />
      </Section>
      <Section title="Mask as a file">
        <MaskFiles />
        <ActualSize />
      </Section>
    </>
  );
}

/** Tool, size and fill. */
export function PaintTools() {
  const tool = useStore(maskStore, activeTool);
  const faceless = useStore(facesStore, ({ choice }) => choice === null);
  return (
    <>
      <ToolButtons />
      {faceless && <p className={styles.hint}>No face is chosen in this photo: there is nothing to paint on.</p>}
      {(tool === 'brush' || tool === 'eraser') && <SizeField />}
      {tool !== 'eraser' && <FillField />}
    </>
  );
}
