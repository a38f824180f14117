import type { FillKind } from '../../../../shared/mask';
import { chooseFill } from '../../../flows/masks/editMask';
import { maskStore } from '../../../state/mask';
import { maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { type Option, SelectField } from '../../../ui/SelectField';
import { OtherField } from './OtherField';
import { chooseAnyOther } from './otherFaces';
import styles from './Tools.module.css';

export const fills: readonly Option<FillKind>[] = [
  { value: 'black', label: 'Black' },
  { value: 'mean', label: 'Mean colour', detail: 'of this input' },
  { value: 'blur', label: 'Blur', detail: 'the face itself, no feature left' },
  { value: 'noise', label: 'Noise', detail: 'random pixels, always the same' },
  { value: 'other', label: 'Another face', detail: 'the same place of it' },
];

/** What stands in the place of hidden pixels: for the strokes to come, and for the ready-made mask on top. */
export function FillField() {
  const fill = useStore(maskStore, (state) => state.fill);
  const earlier = useStore(maskStore, ({ strokes, ready, fill: next }) => {
    const last = strokes.at(-1);
    return ready === null && last !== undefined && last.fill !== next;
  });
  const choose = (next: FillKind) => {
    if (next === 'other' && maskResultsStore.getState().other === null) chooseAnyOther();
    chooseFill(next);
  };
  return (
    <>
      <SelectField label="Fill" value={fill} options={fills} onChange={choose} />
      {fill === 'other' && <OtherField />}
      {earlier && <p className={styles.hint}>The fill is for the next stroke: what is painted keeps its own.</p>}
    </>
  );
}
