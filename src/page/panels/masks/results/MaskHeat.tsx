import { useMemo } from 'react';
import { methods } from '../../../../shared/methods';
import { heatOnMask } from '../../../../shared/raster/heatOnMask';
import { facesStore } from '../../../state/faces';
import type { MaskedExplanation } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { formatPercent } from '../../../ui/formatPercent';
import table from '../Table.module.css';

/** How much of the heat lies on the mask itself, and what that does not mean. */
export function MaskHeat({ explained }: { readonly explained: MaskedExplanation }) {
  const { map, masked, layer, method } = explained;
  const { share, area } = useMemo(() => {
    const { raster, input } = masked;
    const hidden = raster.reduce((count, value) => count + (value === 0 ? 0 : 1), 0);
    return { share: heatOnMask(map, raster, [input.height, input.width]), area: hidden / raster.length };
  }, [map, masked]);
  const isFace = useStore(facesStore, ({ crop }) => crop?.choice.kind === 'face');
  const layered = methods.find(({ id }) => id === method)?.layered === true;
  const size = `${map.width} × ${map.height}`;
  return (
    <div>
      <p>
        <strong>{formatPercent(share)}</strong> of the heat lies on the mask itself. The mask hides{' '}
        {isFace && `${formatPercent(masked.covered)} of the face, which is `}
        {formatPercent(area)} of the whole input{isFace && ' with what lies around the face'}: so much would an even map
        have there.
      </p>
      <p className={table.note}>
        {layered
          ? `That is not information from under the mask: its pixels are gone. The map has ${size} cells, and each cell ` +
            `of ${layer} sees far more of the face than the spot where it is drawn (its receptive field): cells on the ` +
            'mask, above all at its rim, answer to what lies beside it. Biases and the padding at the border keep ' +
            'some activity up where the input is flat, and the mask’s own edges are something new to see.'
          : 'That is not information from under the mask: its pixels are gone. A map by pixels tells how the answer ' +
            'would move if these pixels changed, and hidden pixels can move it, too.'}
      </p>
    </div>
  );
}
