import { useMemo } from 'react';
import type { Picture } from '../../../../shared/ascent';
import { fillKinds, type HidingStep } from '../../../../shared/mask';
import { applyMask } from '../../../../shared/raster/applyMask';
import { fillPicture } from '../../../../shared/raster/fillPicture';
import { noiseSeed } from '../../../flows/masks/maskNow';
import { StillPicture } from '../../../ui/StillPicture';
import type { PlainFill } from './fillOptions';
import styles from './Measured.module.css';

interface Props {
  readonly input: Picture;
  readonly step: HidingStep;
  readonly fill: PlainFill;
}

/** The face under the mask of the search as it is now. */
export function HidingFigure({ input, step, fill }: Props) {
  const filler = useMemo(() => fillPicture(input, fill, noiseSeed), [input, fill]);
  const picture = useMemo(() => {
    const mark = 1 + fillKinds.indexOf(fill);
    const raster = step.hidden.map((hidden) => (hidden === 0 ? 0 : mark));
    return applyMask(input, raster, { [fill]: filler });
  }, [input, step.hidden, fill, filler]);
  return <StillPicture picture={picture} className={styles.live} label="The face under the mask that is searched" />;
}
