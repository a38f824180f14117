import { PhotoButtons } from './PhotoButtons';
import styles from './PhotoSources.module.css';
import { SampleStrip } from './SampleStrip';

/** Every way to another photo. */
export function PhotoSources({ onTaken }: { readonly onTaken?: (() => void) | undefined }) {
  return (
    <div className={styles.sources}>
      <PhotoButtons onTaken={onTaken} look="plain" />
      <SampleStrip onTaken={onTaken} />
      <p className={styles.hint}>Or drop or paste a photo anywhere. Photos stay on this device.</p>
    </div>
  );
}
