import { useRef } from 'react';
import { takeOther } from '../../../flows/masks/takeOther';
import { facesStore } from '../../../state/faces';
import { galleryStore } from '../../../state/gallery/gallery';
import { maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { SelectField } from '../../../ui/SelectField';
import { otherFaces } from './otherFaces';
import { fromFile, otherOptions } from './otherOptions';

/** Whose pixels fill what is hidden. */
export function OtherField() {
  const other = useStore(maskResultsStore, (state) => state.other);
  const photoId = useStore(facesStore, ({ photo }) => photo?.id ?? null);
  const input = useRef<HTMLInputElement>(null);
  useStore(facesStore, ({ choice }) => choice);
  useStore(galleryStore, ({ people }) => people);
  const faces = otherFaces();
  const { value, options } = otherOptions(faces, other, photoId);
  const choose = (key: string) => {
    if (key === fromFile) {
      input.current?.click();
      return;
    }
    const face = faces.find((one) => one.key === key);
    if (face !== undefined) void takeOther(face.source);
  };
  return (
    <>
      <SelectField label="Face" value={value} options={options} onChange={choose} />
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label="Photo of another face"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void takeOther({ kind: 'file', file });
        }}
      />
    </>
  );
}
