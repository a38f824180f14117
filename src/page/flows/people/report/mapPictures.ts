import type { Picture } from '../../../../shared/ascent';
import type { FaceMap } from '../../../../shared/people';
import { count } from '../../../../shared/people/figures';
import { type ColourMapName, colourTable } from '../../../paint/colourMaps';
import { paintFaceMap } from '../../../paint/people/paintFaceMap';
import { mapOpacity } from '../../../state/peopleView';
import { commonRange, mapDifferences, type NamedGroupMap } from '../groupMaps';
import { pictureSide } from './pictureSide';
import { pngUrl } from './pngUrl';
import type { ReportMaps } from './reportContent';

interface Input {
  readonly groups: readonly NamedGroupMap[];
  readonly margin: number;
  readonly unit: string;
  /** Mean faces by group, for the average maps once more over them; absent: none is shown. */
  readonly faces?: ReadonlyMap<string, Picture>;
}

/** The groups' mean maps, their spread, and the differences of each two, as pictures: one raw scale for each of the three. */
export async function mapPictures({ groups, margin, unit, faces }: Input): Promise<readonly ReportMaps[]> {
  if (groups.length === 0) return [];
  const own = groups.map(({ group, persons, photos, ...maps }) => ({
    title: group,
    note: `${count(persons, 'person')}, ${count(photos, 'photo')}`,
    ...maps,
  }));
  const between = mapDifferences(groups).map(({ groups: [a, b], map }) => ({
    title: `${a.group} minus ${b.group}`,
    note: `${a.persons} and ${b.persons} persons, ${a.photos} and ${b.photos} photos`,
    map,
  }));
  const raw = `raw, ${unit}`;
  const sets = [
    paintSet({
      title: 'Average maps',
      unit: raw,
      margin,
      items: own.map((one) => ({ ...one, map: one.mean })),
    }),
    ...(faces === undefined
      ? []
      : [
          paintSet({
            title: 'Average maps over the mean faces',
            ...{ unit: raw, margin, items: own.map((one) => ({ ...one, map: one.mean, face: faces.get(one.title) })) },
          }),
        ]),
    paintSet({
      title: 'Spread between persons (standard deviation)',
      ...{ unit: raw, margin, items: own.map((one) => ({ ...one, map: one.deviation })) },
    }),
    ...(between.length === 0
      ? []
      : [paintSet({ title: 'Differences of the average maps', unit: raw, margin, items: between, signed: true })]),
  ];
  return Promise.all(sets);
}

interface SetInput {
  readonly title: string;
  readonly unit: string;
  readonly margin: number;
  readonly items: readonly {
    readonly title: string;
    readonly note: string;
    readonly map: FaceMap;
    readonly face?: Picture | undefined;
  }[];
  readonly signed?: boolean;
}

async function paintSet({ title, unit, margin, items, signed = false }: SetInput): Promise<ReportMaps> {
  const range = commonRange(
    items.map(({ map }) => map),
    signed,
  );
  const colours: ColourMapName = range[0] < 0 ? 'diverging' : 'inferno';
  const pictures = [];
  for (const item of items) {
    const face = item.face === undefined ? null : { picture: item.face, opacity: mapOpacity };
    const address = await pngUrl(pictureSide, pictureSide, (context) =>
      paintFaceMap({ context, map: item.map, margin, colours, range, side: pictureSide, face }),
    );
    pictures.push({ address, title: item.title, note: item.note });
  }
  return { title, pictures, scale: { address: await scalePicture(colours), ends: range, unit } };
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
