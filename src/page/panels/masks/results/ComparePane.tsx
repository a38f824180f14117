import { SecondSection } from '../../../parts/second/SecondSection';
import { facesStore } from '../../../state/faces';
import { useStore } from '../../../state/useStore';
import { Section } from '../../../ui/Section';
import table from '../Table.module.css';
import { AnswerTable } from './AnswerTable';
import { MapsSection } from './MapsSection';
import { RegionsSection } from './RegionsSection';
import { useRecognised } from './useMasked';

/** Before and after: the maps, the answers, the regions. */
export function ComparePane() {
  const before = useStore(facesStore, (state) => state.recognition);
  const after = useRecognised()?.recognition ?? null;
  return (
    <>
      <MapsSection />
      <Section title="Answers">
        {before === null || after === null ? (
          <p className={table.note}>Probabilities and logits before and after, as soon as there is a mask.</p>
        ) : (
          <>
            <AnswerTable before={before} after={after} />
            <p className={table.note}>
              Points: change of the probability in percentage points. Logit: its change. Rank: among all names.
            </p>
          </>
        )}
      </Section>
      <SecondSection masked />
      <RegionsSection />
    </>
  );
}
