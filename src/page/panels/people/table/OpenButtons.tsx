import { Paintbrush, ScanFace } from 'lucide-react';
import { openPhotoOn } from '../../../flows/people/openPhotoOn';

interface Props {
  /** Of the photo. */
  readonly id: string;
  /** What is opened, in words. */
  readonly name: string;
  /** The row that Tab reaches: so does it these. */
  readonly tabbable: boolean;
}

/** The way from a row to the other benches. */
export function OpenButtons({ id, name, tabbable }: Props) {
  return (
    <>
      <button
        type="button"
        tabIndex={tabbable ? 0 : -1}
        aria-label={`Open ${name} on Faces`}
        title="Open on Faces (Enter)"
        onClick={() => void openPhotoOn('faces', id)}
      >
        <ScanFace aria-hidden />
      </button>
      <button
        type="button"
        tabIndex={tabbable ? 0 : -1}
        aria-label={`Open ${name} on Masks`}
        title="Open on Masks (Shift + Enter)"
        onClick={() => void openPhotoOn('masks', id)}
      >
        <Paintbrush aria-hidden />
      </button>
    </>
  );
}
