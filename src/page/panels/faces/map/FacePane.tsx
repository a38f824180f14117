import { MethodControls } from '../../../parts/method/MethodControls';
import { explanationStore } from '../../../state/explanation';
import { facesStore } from '../../../state/faces';
import { useStore } from '../../../state/useStore';
import { methodTitle } from '../../../ui/methodTitle';
import { useCurrentNetwork } from '../../../ui/useCurrentNetwork';
import { ColourBar } from './ColourBar';
import styles from './FacePane.module.css';
import { HeatFigure } from './HeatFigure';
import { heading } from './heading';
import { MapFacts } from './MapFacts';
import { TrustLink } from './TrustLink';
import { useHeat } from './useHeat';
import { ViewControls } from './ViewControls';

/** The very pixels that the network gets, with the heat map over them, and what the map is made of. */
export function FacePane({ wide }: { readonly wide: boolean }) {
  const begun = useStore(facesStore, ({ choice }) => choice !== null);
  if (!begun) return <NoFace />;
  return (
    <section className={styles.pane} aria-label="Face and heat map">
      <header className={styles.header}>
        <Title />
        {wide && (
          <div className={styles.controls}>
            <MethodControls />
          </div>
        )}
      </header>
      <div className={styles.body}>
        <HeatFigure />
        <ColourBar />
        {wide && (
          <div className={styles.view}>
            <ViewControls />
          </div>
        )}
        <MapFacts />
      </div>
    </section>
  );
}

/** What the map explains; while there is none, whose work is awaited. */
function Title() {
  const shown = useHeat()?.shown ?? null;
  const recognition = useStore(facesStore, (state) => state.recognition);
  const method = useStore(explanationStore, (state) => state.method);
  const network = useCurrentNetwork()?.spec.name ?? '';
  return (
    <div className={styles.heading}>
      <h1 className={styles.title}>{heading(shown, recognition)}</h1>
      <div className={styles.line}>
        <p className={styles.caption}>
          {methodTitle(method)} · {network}
        </p>
        <TrustLink />
      </div>
    </div>
  );
}

function NoFace() {
  return (
    <section className={styles.none} aria-label="Face and heat map">
      <h1 className="visually-hidden">Faces</h1>
      <p>The face that the network gets appears here, as soon as one is chosen in the photo.</p>
    </section>
  );
}
