import { useMediaQuery } from '../../ui/useMediaQuery';
import { PhotoButtons } from './PhotoButtons';
import styles from './PhotoSources.module.css';
import { SampleStrip } from './SampleStrip';

/** Every way to another photo. */
export function PhotoSources({ onTaken }: { readonly onTaken?: (() => void) | undefined }) {
  const touch = useMediaQuery('(pointer: coarse), (max-width: 719px)');
  return (
    <div className={styles.sources}>
      <PhotoButtons onTaken={onTaken} look="plain" />
      <SampleStrip onTaken={onTaken} />
      <p className={styles.hint}>{!touch && 'Or drop or paste a photo anywhere. '}Photos stay on this device.</p>
    </div>
  );
}
