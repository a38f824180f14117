import { AddSection } from './AddSection';
import { FailuresSection } from './FailuresSection';
import { GroupsSection } from './GroupsSection';
import { HowSection } from './HowSection';
import { StudySection } from './StudySection';

/** The study: its photos, whose they are, how they are measured, what failed, and the report. */
export function SidePane() {
  return (
    <>
      <StudySection />
      <AddSection />
      <GroupsSection />
      <HowSection />
      <FailuresSection />
    </>
  );
}
