import { SecondSection } from '../../../parts/second/SecondSection';
import { facesStore } from '../../../state/faces';
import { useStore } from '../../../state/useStore';
import { CompareSection } from './compare/CompareSection';
import { CompareSheet } from './compare/CompareSheet';
import { DriversSection } from './drivers/DriversSection';
import styles from './Findings.module.css';
import { RegionSection } from './regions/RegionSection';
import { TrustSection } from './trust/TrustSection';
import { WhoSection } from './who/WhoSection';

/** What is found out about the face on the bench: who it is, and why the network says so. */
export function Findings() {
  const empty = useStore(facesStore, ({ crop }) => crop === null);
  return (
    <div className={styles.findings}>
      {empty ? (
        <p className={styles.hint}>Who it is, and what the network looks at: it stands here once there is a face.</p>
      ) : (
        <>
          <WhoSection />
          <SecondSection masked={false} />
          <RegionSection />
          <DriversSection />
          <CompareSection />
          <TrustSection />
        </>
      )}
      <CompareSheet />
    </div>
  );
}
