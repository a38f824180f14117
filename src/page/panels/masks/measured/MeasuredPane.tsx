import { ApplySection } from './ApplySection';
import { HidingSection } from './HidingSection';
import { NeedsSection } from './NeedsSection';
import { OcclusionSection } from './OcclusionSection';
import { RiseSection } from './RiseSection';

/** What matters, measured: by hiding parts of the face and asking the network again. */
export function MeasuredPane() {
  return (
    <>
      <NeedsSection />
      <HidingSection />
      <OcclusionSection />
      <RiseSection />
      <ApplySection />
    </>
  );
}
