import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { Section } from '../../../ui/Section';
import { Compared } from '../figures/Compared';
import { ConditionTable } from '../figures/ConditionTable';
import { GroupMaps } from '../figures/GroupMaps';
import { HeatTable } from '../figures/HeatTable';
import { Comparing, NoGroups } from '../figures/NoGroups';
import { RecognitionTable } from '../figures/RecognitionTable';
import { useGroupMaps } from '../figures/useGroupMaps';
import { AverageMaps } from './AverageMaps';

/** What the photos of each group have in common. */
export function GroupsPane() {
  const comparison = useStore(studyStore, (state) => state.comparison);
  const maps = useGroupMaps();
  if (maps.length === 0) return <NoGroups />;
  return (
    <>
      <AverageMaps groups={maps} />
      <Section title="Spread between persons" folds="closed">
        <GroupMaps groups={maps} show="deviation" />
      </Section>
      {comparison === null ? (
        <Comparing />
      ) : (
        <Compared>
          <Section title="Heat per region">
            <HeatTable comparison={comparison} />
          </Section>
          <Section title="Recognition">
            <RecognitionTable comparison={comparison} />
          </Section>
          <Section title="Light, size and pose">
            <ConditionTable comparison={comparison} />
          </Section>
        </Compared>
      )}
    </>
  );
}
