import { Grid3x3 } from 'lucide-react';
import { compareMethods } from '../../../../flows/faces/compareMethods';
import { comparisonStore, explanationStore } from '../../../../state/explanation';
import { useStore } from '../../../../state/useStore';
import { showSheet } from '../../../../state/view';
import { Button } from '../../../../ui/Button';
import { Section } from '../../../../ui/Section';
import { useShownHere } from '../../../../ui/useShownHere';
import styles from './Compare.module.css';

/** The way to the method × layer table; what is there already is not computed again. */
export function CompareSection() {
  const pending = useStore(explanationStore, ({ progress }) => progress !== null);
  const ready = useShownHere() !== null && !pending;
  const open = () => {
    showSheet('compare-maps');
    if (!comparisonStore.getState().running) void compareMethods();
  };
  return (
    <Section title="Compare methods">
      <p className={styles.note}>The same target by every method and at several layers, as small maps side by side.</p>
      <div>
        <Button icon={<Grid3x3 aria-hidden />} disabled={!ready} onClick={open}>
          Compare methods and layers
        </Button>
      </div>
    </Section>
  );
}
