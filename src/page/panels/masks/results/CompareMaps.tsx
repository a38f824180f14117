import { useCallback, useState } from 'react';
import { Handle, HandleRoot, Item, Provider, Root } from 'react-compare-slider/components';
import { useReactCompareSlider } from 'react-compare-slider/hooks';
import type { Range } from '../../../paint/mapRange';
import { MapCanvas } from '../../../ui/MapCanvas';
import styles from './Maps.module.css';
import type { ShownMap } from './useMaps';

interface Props {
  readonly before: ShownMap;
  readonly after: ShownMap;
  readonly range: Range;
}

/** Both maps over one face: left of the handle without the mask, right of it under the mask. */
export function CompareMaps({ before, after, range }: Props) {
  const [position, setPosition] = useState(50);
  // The library goes back to the middle whenever this is another function.
  const follow = useCallback((next: number) => setPosition(Math.round(next)), []);
  const slider = useReactCompareSlider({
    defaultPosition: 50,
    keyboardIncrement: '5%',
    onPositionChange: follow,
  });
  return (
    <figure className={styles.compare}>
      <Provider {...slider}>
        <Root className={styles.sliderRoot}>
          <Item item="itemOne">
            <MapCanvas {...before} range={range} className={styles.map} label="Heat without the mask" />
          </Item>
          <Item item="itemTwo">
            <MapCanvas {...after} range={range} className={styles.map} label="Heat under the mask" />
          </Item>
          <HandleRoot
            className={styles.handle}
            aria-label="Before and after"
            aria-valuenow={position}
            aria-valuetext={`${position} % before, ${100 - position} % after`}
          >
            <Handle />
          </HandleRoot>
        </Root>
      </Provider>
      <figcaption className={styles.ends}>
        <span>Before</span>
        <span>After</span>
      </figcaption>
    </figure>
  );
}
