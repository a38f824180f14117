import { trustStore } from '../../../state/explanation';
import { useStore } from '../../../state/useStore';
import { useShownHere } from '../../../ui/useShownHere';
import { trustSectionId } from '../findings/trust/trustSectionId';
import styles from './FacePane.module.css';

/** Whether this very map has been checked, and the way to the checks. */
export function TrustLink() {
  const map = useShownHere()?.map ?? null;
  const checked = useStore(
    trustStore,
    (state) => state.checked === map && state.curves.length + state.randomisation.length > 0,
  );
  if (map === null) return null;
  return (
    <button type="button" className={styles.trust} onClick={goToTrust}>
      {checked ? 'Checked: see how' : 'Not checked yet'}
    </button>
  );
}

function goToTrust(): void {
  const section = document.getElementById(trustSectionId);
  if (section === null) return;
  const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  section.focus({ preventScroll: true });
  section.scrollIntoView({ block: 'start', behavior: smooth ? 'smooth' : 'auto' });
}
