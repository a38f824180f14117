import type { Picture } from '../../../shared/ascent';
import type { AttributionMap, Recognition } from '../../../shared/explain';
import { answerOf } from '../../../shared/mask/answerOf';
import type { Range } from '../../paint/mapRange';
import { formatPercent } from '../../ui/formatPercent';
import { MapCanvas } from '../../ui/MapCanvas';
import { StillPicture } from '../../ui/StillPicture';
import styles from './Second.module.css';

/** What a figure shows of a network's answer. */
export interface FigureAnswer {
  readonly input: Picture;
  readonly recognition: Recognition;
  readonly explained: { readonly map: AttributionMap; readonly targetLabel: string } | null;
}

interface Props {
  /** Why it has no map, where it can have none. */
  readonly missing: string | null;
  readonly network: string;
  readonly layer: string | null;
  readonly answer: FigureAnswer | null;
  readonly range: Range;
  /** The answer without the mask, where this one is under it. */
  readonly under: FigureAnswer | null;
}

/** One network's face with its heat, whom it names, and what the map explains. */
export function AnswerFigure({ network, layer, answer, range, under, missing }: Props) {
  const masked = under !== null;
  const when = masked ? 'Under the mask' : 'Without a mask';
  const first = answer === null ? null : answerOf(answer.recognition);
  const named = first === null ? null : (first.name ?? 'Nobody');
  const changed = masked && first !== null && answerOf(under.recognition)?.name !== first.name;
  const label = `${network}, ${when.toLowerCase()}: ${named ?? 'no answer yet'}`;
  return (
    <figure className={styles.figure} aria-label={label}>
      {answer === null ? (
        <div className={styles.waiting}>not yet</div>
      ) : answer.explained === null ? (
        <StillPicture picture={answer.input} className={styles.map} />
      ) : (
        <MapCanvas picture={answer.input} map={answer.explained.map} range={range} className={styles.map} />
      )}
      <figcaption className={styles.caption}>
        {!masked && <span className={styles.network}>{network}</span>}
        {!masked && answer !== null && missing !== null && <span className={styles.detail}>{missing}</span>}
        {masked && <span className={styles.detail}>Under the mask</span>}
        {first !== null && (
          <span data-changed={changed}>
            {first.name === null ? (
              <>
                Nobody near enough{' '}
                <span className={styles.detail}>
                  nearest: {first.nearest}, {formatPercent(first.probability)}
                </span>
              </>
            ) : (
              `${named} · ${formatPercent(first.probability)}`
            )}
          </span>
        )}
        {answer?.explained != null && (
          <span className={styles.detail}>
            {answer.explained.targetLabel} explained{layer === null || masked ? '' : ` at ${layer}`}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
