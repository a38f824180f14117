import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { Brush, Circle, Eraser, Move, Pentagon, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { chooseTool, dropUnderWay } from '../../../flows/masks/editMask';
import { facesStore } from '../../../state/faces';
import { activeTool, type MaskTool, maskStore } from '../../../state/mask';
import { useStore } from '../../../state/useStore';
import { Tip } from '../../../ui/Tip';
import styles from './Tools.module.css';

export const tools: readonly { readonly name: MaskTool; readonly title: string; readonly icon: ReactNode }[] = [
  { name: 'brush', title: 'Brush', icon: <Brush aria-hidden /> },
  { name: 'rectangle', title: 'Rectangle', icon: <Square aria-hidden /> },
  { name: 'ellipse', title: 'Ellipse', icon: <Circle aria-hidden /> },
  { name: 'polygon', title: 'Polygon', icon: <Pentagon aria-hidden /> },
  { name: 'eraser', title: 'Eraser', icon: <Eraser aria-hidden /> },
  { name: 'move', title: 'Move', icon: <Move aria-hidden /> },
];

/** What the pointer paints with, or that it moves the ready-made mask. */
export function ToolButtons() {
  const tool = useStore(maskStore, activeTool);
  const movable = useStore(maskStore, ({ ready }) => ready !== null);
  const faceless = useStore(facesStore, ({ choice }) => choice === null);
  const choose = ([next]: readonly string[]) => {
    const found = tools.find(({ name }) => name === next);
    if (found === undefined) return;
    dropUnderWay();
    chooseTool(found.name);
  };
  return (
    <ToggleGroup aria-label="Tool" className={styles.tools} value={[tool]} onValueChange={choose}>
      {tools.map(({ name, title, icon }) => (
        <Tip key={name} text={name === 'move' && !movable ? 'Move: a ready-made mask first' : title}>
          <Toggle
            value={name}
            className={styles.tool}
            aria-label={title}
            disabled={faceless || (name === 'move' && !movable)}
          >
            {icon}
          </Toggle>
        </Tip>
      ))}
    </ToggleGroup>
  );
}
