import type { ReactNode } from 'react';
import type { Mask } from '../../../../shared/mask';
import type { FaceMap } from '../../../../shared/people';
import type { ColourMapName } from '../../../paint/colourMaps';
import type { FaceBelow } from '../../../paint/people/paintFaceMap';
import { FaceMapCanvas } from './FaceMapCanvas';
import styles from './Figures.module.css';

interface Props {
  readonly map: FaceMap;
  readonly margin: number;
  readonly colours: ColourMapName;
  readonly range: readonly [number, number];
  readonly face?: FaceBelow | null | undefined;
  readonly mask?: Mask | null | undefined;
  readonly title: string;
  /** For a screen reader, where the title does not say all that is drawn. */
  readonly alt?: string;
  readonly children: ReactNode;
}

/** A map on the mean face with its title, and the persons and photos behind it. */
export function MapFigure({ title, alt = title, children, ...map }: Props) {
  return (
    <figure className={styles.figure}>
      <FaceMapCanvas {...map} className={styles.map} label={alt} />
      <figcaption>
        <p className={styles.mapTitle} title={title}>
          {title}
        </p>
        <p className={styles.note}>{children}</p>
      </figcaption>
    </figure>
  );
}
