import { type OtherSource, otherKey } from '../../../flows/masks/chooseOther';
import { takeOther } from '../../../flows/masks/takeOther';
import { facesStore } from '../../../state/faces';
import { galleryStore } from '../../../state/gallery/gallery';

export interface OtherFace {
  readonly key: string;
  readonly label: string;
  readonly source: OtherSource;
}

/** The faces that can fill what is hidden: the photo's others, then the gallery's people. */
export function otherFaces(): readonly OtherFace[] {
  const { photo, choice } = facesStore.getState();
  const inPhoto = (photo?.faces ?? []).flatMap((_, index): OtherFace[] => {
    if (choice?.kind === 'face' && choice.index === index) return [];
    const source = { kind: 'face', index } as const;
    return [{ key: otherKey(source), label: `Face ${index + 1} of this photo`, source }];
  });
  const people = galleryStore.getState().people.map(({ id, name }): OtherFace => {
    const source = { kind: 'person', id } as const;
    return { key: otherKey(source), label: name, source };
  });
  return [...inPhoto, ...people];
}

/** Fills with the first one that there is. */
export function chooseAnyOther(): void {
  const [first] = otherFaces();
  if (first !== undefined) void takeOther(first.source);
}
