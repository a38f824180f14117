import { namesPeople } from '../../../../shared/mask/answerOf';
import { SecondSection } from '../../../parts/second/SecondSection';
import { facesStore } from '../../../state/faces';
import { maskViewStore } from '../../../state/maskView';
import { useStore } from '../../../state/useStore';
import { Section } from '../../../ui/Section';
import table from '../Table.module.css';
import { AnswerTable } from './AnswerTable';
import { MapsSection } from './MapsSection';
import { RegionsSection } from './RegionsSection';
import { useRecognised } from './useMasked';

const twoNetworks = 'Two networks';

const foldSecond = (isOpen: boolean) =>
  maskViewStore.setState(({ open }) => ({ open: new Map(open).set(twoNetworks, isOpen) }));

/** Before and after: the maps, the answers, the regions. */
export function ComparePane() {
  const before = useStore(facesStore, (state) => state.recognition);
  const after = useRecognised()?.recognition ?? null;
  const second = useStore(maskViewStore, ({ open }) => (open.get(twoNetworks) ? 'open' : 'closed'));
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
              Points: change of the probability in percentage points. Logit: its change. Rank: among all{' '}
              {namesPeople(before) ? 'names' : 'classes'}.
            </p>
          </>
        )}
      </Section>
      <SecondSection masked folds={second} onFold={foldSecond} />
      <RegionsSection />
    </>
  );
}
