import type { Picture } from '../../../../shared/ascent';
import type { Mask } from '../../../../shared/mask';
import type { FaceMap } from '../../../../shared/people';
import { count } from '../../../../shared/people/figures';
import { type ColourMapName, colourTable } from '../../../paint/colourMaps';
import { paintFaceMap } from '../../../paint/people/paintFaceMap';
import { mapOpacity } from '../../../state/peopleView';
import { commonRange, type MapDifference, mapDifferences, type NamedGroupMap } from '../groupMaps';
import { pictureSide } from './pictureSide';
import { pngUrl } from './pngUrl';
import type { ReportMaps } from './reportContent';

interface Input {
  readonly groups: readonly NamedGroupMap[];
  /**
   * The same groups under the mask, or without it: their maps are shown on the same scales; empty where there are none.
   */
  readonly others: readonly NamedGroupMap[];
  readonly margin: number;
  readonly unit: string;
  /** What lay on the faces: drawn where it lies on the mean face. */
  readonly mask?: Mask;
  /** Mean faces by group, for the average maps once more over them; absent: none is shown. */
  readonly faces?: ReadonlyMap<string, Picture>;
}

/**
 * The groups' mean maps, their spread, and the differences of each two, as pictures: one raw scale for each of the
 * three.
 */
export async function mapPictures({
  groups,
  others,
  margin,
  unit,
  mask,
  faces,
}: Input): Promise<readonly ReportMaps[]> {
  if (groups.length === 0) return [];
  const shared = { unit: `raw, ${unit}`, margin, mask: mask ?? null };
  const means = groups.map((group): Item => ({ title: group.group, sizes: sizesOf(group), map: group.mean }));
  const spreads = groups.map((group): Item => {
    const sizes = `${sizesOf(group)}${group.persons === 1 ? ': no spread can be told of one' : ''}`;
    return { title: group.group, sizes, map: group.deviation };
  });
  const sets: SetInput[] = [
    { ...shared, title: 'Average maps', items: means, others: others.map(({ mean }) => mean) },
    {
      ...{ ...shared, title: 'Spread between persons (standard deviation)', items: spreads },
      others: others.map(({ deviation }) => deviation),
    },
  ];
  if (faces !== undefined)
    sets.splice(1, 0, {
      ...{ ...shared, title: 'Average maps over the mean faces', others: others.map(({ mean }) => mean) },
      items: means.map((one) => ({ ...one, face: faces.get(one.title) })),
    });
  if (groups.length > 1)
    sets.push({
      ...{ ...shared, title: 'Differences of the average maps', note: untestedNote, signed: true },
      items: mapDifferences(groups).map(differenceItem),
      others: mapDifferences(others).map(({ map }) => map),
    });
  return Promise.all(sets.map(paintSet));
}

const untestedNote =
  'No test is behind these pictures: they show where to look. How sure a difference is, the figures per region say.';

const sizesOf = ({ persons, photos }: NamedGroupMap) => `${count(persons, 'person')}, ${count(photos, 'photo')}`;

const differenceItem = ({ groups: [a, b], map }: MapDifference): Item => ({
  title: `${a.group} minus ${b.group}`,
  sizes: `${a.persons} and ${count(b.persons, 'person')}, ${a.photos} and ${count(b.photos, 'photo')}`,
  map,
});

interface Item {
  readonly title: string;
  readonly sizes: string;
  readonly map: FaceMap;
  readonly face?: Picture | undefined;
}

interface SetInput {
  readonly title: string;
  readonly note?: string;
  readonly unit: string;
  readonly margin: number;
  readonly mask: Mask | null;
  readonly items: readonly Item[];
  /** Not shown here, and on the same scale. */
  readonly others: readonly FaceMap[];
  readonly signed?: boolean;
}

async function paintSet({
  unit,
  margin,
  mask,
  items,
  others,
  signed = false,
  ...words
}: SetInput): Promise<ReportMaps> {
  const sharedWith =
    others.length === 0 ? null : mask === null ? 'the same maps under the mask' : 'the same maps without the mask';
  const range = commonRange([...items.map(({ map }) => map), ...others], signed);
  const colours: ColourMapName = range[0] < 0 ? 'diverging' : 'inferno';
  const pictures = [];
  for (const item of items) {
    const face = item.face === undefined ? null : { picture: item.face, opacity: mapOpacity };
    const address = await pngUrl(pictureSide, pictureSide, (context) =>
      paintFaceMap({ context, map: item.map, margin, colours, range, side: pictureSide, face, mask }),
    );
    pictures.push({ address, title: item.title, note: item.sizes });
  }
  return { ...words, pictures, scale: { address: await scalePicture(colours), ends: range, unit, sharedWith } };
}

/** The colours from the low end to the high one, a pixel each. */
function scalePicture(colours: ColourMapName): Promise<string> {
  const table = colourTable(colours);
  const width = table.length / 3;
  return pngUrl(width, 1, (context) => {
    const rgba = new Uint8ClampedArray(width * 4).fill(255);
    for (let i = 0; i < width; i += 1) rgba.set(table.subarray(i * 3, i * 3 + 3), i * 4);
    context.putImageData(new ImageData(rgba, width, 1), 0, 0);
  });
}
