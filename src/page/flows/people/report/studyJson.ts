import type { Mask, MaskShape } from '../../../../shared/mask';
import { studyStore } from '../../../state/study';
import { pseudonymise } from './pseudonymise';
import type { ReportContent } from './reportContent';

/**
 * A study as JSON, to be repeated: settings, seeds, network with its hash, the mask, whose photo each file is and in
 * which group; and the figures, to compare with. No pixels. With pseudonyms, no names of files and persons either: then
 * only the settings can be repeated.
 */
export function studyJson(content: ReportContent): string {
  const { settings, network, photos, pseudonyms, created, comparison, device, stamp } = content;
  const { training } = pseudonyms ? pseudonymise(content) : content;
  const { masked } = studyStore.getState();
  return `${JSON.stringify(
    {
      format: 'fovea-study',
      version: 1,
      created,
      ...{ device, stamp },
      network: { id: network.id, name: network.name, hash: network.hash },
      settings,
      mask: masked === null ? null : { name: masked.name, strokes: strokesOf(masked.mask) },
      photos: pseudonyms ? [] : photos.map(({ file, person, group }) => ({ file, person, group })),
      results: { comparison, masked: figuresUnder(content.masked), training },
    },
    null,
    2,
  )}\n`;
}

/** Without pictures, and without the names of files that failed. */
const figuresUnder = (masked: ReportContent['masked']) =>
  masked === null
    ? null
    : {
        ...{ name: masked.name, fills: masked.fills, covered: masked.covered },
        ...{ photos: masked.photos, failures: masked.failures.length },
        ...{ comparison: masked.comparison, losses: masked.losses },
      };

/** Cells as text: '.' open, '#' hidden. */
const strokesOf = (mask: Mask) => mask.map(({ shape, ...stroke }) => ({ ...stroke, shape: shapeOf(shape) }));

function shapeOf(shape: MaskShape) {
  if (shape.kind !== 'cells') return shape;
  return { ...shape, cells: Array.from(shape.cells, (cell) => (cell === 0 ? '.' : '#')).join('') };
}
