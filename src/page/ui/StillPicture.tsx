import { useMemo } from 'react';
import type { Picture } from '../../shared/ascent';
import { PictureCanvas } from './PictureCanvas';

interface Props {
  readonly picture: Picture;
  readonly className?: string | undefined;
  /** What a screen reader says; without it the canvas is decoration. */
  readonly label?: string;
}

const never = () => () => {};

/** A picture that does not change. */
export function StillPicture({ picture, className, label }: Props) {
  const source = useMemo(() => ({ subscribe: never, read: () => ({ picture, version: 0 }) }), [picture]);
  return <PictureCanvas source={source} className={className} {...(label === undefined ? {} : { label })} />;
}
