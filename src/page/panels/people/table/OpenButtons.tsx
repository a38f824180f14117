import { Paintbrush, ScanFace } from 'lucide-react';
import { openPhotoOn } from '../../../flows/people/openPhotoOn';

interface Props {
  /** Of the photo. */
  readonly id: string;
  /** What is opened, in words. */
  readonly name: string;
}

/** The way from a row to the other benches. */
export function OpenButtons({ id, name }: Props) {
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Open ${name} on Faces`}
        title="Open on Faces"
        onClick={() => void openPhotoOn('faces', id)}
      >
        <ScanFace aria-hidden />
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Open ${name} on Masks`}
        title="Open on Masks"
        onClick={() => void openPhotoOn('masks', id)}
      >
        <Paintbrush aria-hidden />
      </button>
    </>
  );
}
