import { methods } from '../../../../shared/methods';
import type { ShownExplanation } from '../../../state/explanation';
import { facesStore, type ShownCrop } from '../../../state/faces';
import { networksStore } from '../../../state/networks';
import { useStore } from '../../../state/useStore';
import { describePreprocessing } from '../../../ui/describePreprocessing';
import { formatObjective, formatShape } from '../../../ui/format';
import { methodTitle } from '../../../ui/methodTitle';
import { useWhyNoMap } from '../../../ui/useWhyNoMap';
import styles from './MapFacts.module.css';
import { useHeat } from './useHeat';

/** What the map was made from, and what becomes of the pixels that are shown. */
export function MapFacts() {
  const heat = useHeat();
  const crop = useStore(facesStore, (state) => state.crop);
  const network = useStore(networksStore, ({ entries }) => entries.get(crop?.network ?? '')?.loaded?.info ?? null);
  const missing = useWhyNoMap();
  return (
    <div className={styles.facts}>
      {missing !== null && (
        <p role="status" className={styles.missing}>
          {missing}
        </p>
      )}
      {heat !== null && (
        <p>
          {mapInWords(heat.shown)}
          {heat.shown.completeness !== null && ` ${completenessInWords(heat.shown.completeness)}`}
        </p>
      )}
      {crop !== null && network !== null && (
        <p>
          {inputInWords(network.name, crop)} {describePreprocessing(network.preprocessing)}
        </p>
      )}
    </div>
  );
}

function inputInWords(network: string, { choice, input }: ShownCrop): string {
  const size = formatShape([input.height, input.width]);
  const square = choice.kind === 'whole' && input.width === input.height ? ' to a square' : '';
  const what = { face: 'the face above', box: 'the box above', whole: `the whole picture, stretched${square},` };
  return `${network} gets ${what[choice.kind]} at ${size}, which is scaled to fit here.`;
}

function mapInWords(shown: ShownExplanation): string {
  const { method, layer, map, score } = shown;
  const place = methods.find(({ id }) => id === method)?.layered === true ? ` at ${layer}` : '';
  const size = formatShape([map.height, map.width]);
  return `${methodTitle(method)}${place}, ${size}, for ${shown.targetLabel} (${formatObjective(score)}).`;
}

/** Integrated gradients sum up to the score's difference but for the error of the integration. */
function completenessInWords({ sum, difference }: { readonly sum: number; readonly difference: number }): string {
  const error = Math.abs(sum - difference) / Math.max(Math.abs(difference), Number.EPSILON);
  return (
    `The map sums up to ${formatObjective(sum)}, the score less that of a black picture is ` +
    `${formatObjective(difference)}: ${(error * 100).toFixed(1)} % off.`
  );
}
