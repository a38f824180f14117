import { chooseWidth } from '../../../flows/masks/editMask';
import { brushWidths, maskStore } from '../../../state/mask';
import { useStore } from '../../../state/useStore';
import { SliderField } from '../../../ui/SliderField';

/** Width of brush and eraser, as a share of the face's width. */
export function SizeField() {
  const width = useStore(maskStore, (state) => state.width);
  return (
    <SliderField
      label="Size"
      value={width}
      min={brushWidths.least}
      max={brushWidths.most}
      step={0.01}
      format={{}}
      words={(share) => `${Math.round(100 * share)} %`}
      onChange={chooseWidth}
    />
  );
}
