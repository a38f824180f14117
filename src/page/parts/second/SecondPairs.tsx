import { whyNoMap } from '../../../shared/whyNoMap';
import { mapRange } from '../../paint/mapRange';
import { facesStore } from '../../state/faces';
import { networksStore } from '../../state/networks';
import { secondNetworkStore } from '../../state/secondNetwork';
import { useStore } from '../../state/useStore';
import { AnswerFigure, type FigureAnswer } from './AnswerFigure';
import { probabilityWords } from './probabilityWords';
import styles from './Second.module.css';
import { useFirstAnswers } from './useFirstAnswers';

interface Props {
  readonly second: string;
  readonly masked: boolean;
}

/** The network in view on the left, the second on the right; with a mask a second row, each network on one scale. */
export function SecondPairs({ second, masked }: Props) {
  const first = useFirstAnswers(masked);
  const network = useStore(facesStore, ({ crop }) => crop?.network ?? '');
  const entries = useStore(networksStore, (state) => state.entries);
  const found = useStore(secondNetworkStore, ({ result }) => result);
  const photo = useStore(facesStore, (state) => state.photo?.id ?? null);
  const choice = useStore(facesStore, (state) => state.choice);
  const here = found !== null && found.network === second && found.photo === photo && found.choice === choice;
  const result = here ? found : null;
  const sides = [
    { id: network, layer: first.layer, open: first.open, masked: first.masked },
    { id: second, layer: result?.layer ?? null, open: result?.open ?? null, masked: result?.masked ?? null },
  ].map((side) => {
    const { spec, loaded } = entries.get(side.id) ?? {};
    const named = side.open?.recognition.identity != null;
    const missing = loaded == null ? null : whyNoMap(loaded.info, named);
    return { ...side, name: spec?.name ?? side.id, range: rangeOf(side), missing };
  });
  const heads = sides.map(({ open }) => (open === null ? null : open.recognition.identity !== null));
  const rows = masked && (sides[0]?.masked != null || sides[1]?.masked != null);
  return (
    <>
      <div className={styles.pairs}>
        {sides.map(({ id, name, layer, open, range, missing }) => (
          <AnswerFigure
            key={id}
            network={name}
            layer={layer}
            answer={open}
            range={range}
            under={null}
            missing={missing}
          />
        ))}
        {rows &&
          sides.map(({ id, name, layer, masked: answer, range, open }) => (
            <AnswerFigure
              key={id}
              network={name}
              layer={layer}
              answer={answer}
              range={range}
              under={open}
              missing={null}
            />
          ))}
      </div>
      <p className={styles.note}>
        Each network’s maps on a colour scale of their own: raw values of two networks cannot be compared, nor can their
        probabilities{probabilityWords(heads)}.
      </p>
    </>
  );
}

function rangeOf({ open, masked }: { open: FigureAnswer | null; masked: FigureAnswer | null }) {
  return mapRange([open, masked].flatMap((answer) => answer?.explained?.map ?? []));
}
