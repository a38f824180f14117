import { useRef, useState } from 'react';
import { facesStore } from '../../../state/faces';
import { galleryStore } from '../../../state/gallery/gallery';
import { maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';
import { SelectField } from '../../../ui/SelectField';
import { otherFaces, takeOther } from './otherFaces';

const fromFile = 'file';

/** Whose pixels fill what is hidden. */
export function OtherField() {
  const name = useStore(maskResultsStore, ({ other }) => other?.name ?? null);
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  useStore(facesStore, ({ choice }) => choice);
  useStore(galleryStore, ({ people }) => people);
  const faces = otherFaces();
  const listed = faces.find(({ key }) => key === chosen) ?? faces.find(({ label }) => label === name) ?? faces[0];
  const isFile = chosen === fromFile && name !== null;
  const choose = (key: string) => {
    if (key === fromFile) {
      input.current?.click();
      return;
    }
    setChosen(key);
    const face = faces.find((other) => other.key === key);
    if (face !== undefined) takeOther(face.source);
  };
  return (
    <>
      <SelectField
        label="Face"
        value={isFile ? fromFile : (listed?.key ?? '')}
        options={[
          ...faces.map(({ key, label }) => ({ value: key, label })),
          { value: fromFile, label: isFile ? name : 'From a file…' },
        ]}
        onChange={choose}
      />
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label="Photo of another face"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file === undefined) return;
          setChosen(fromFile);
          takeOther({ kind: 'file', file });
        }}
      />
    </>
  );
}
