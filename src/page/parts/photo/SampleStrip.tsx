import { samplePhotos } from '../../engine/samples';
import { showSample } from '../../flows/faces/showSample';
import { facesStore } from '../../state/faces';
import { useStore } from '../../state/useStore';
import styles from './SampleStrip.module.css';

/** The photos that come along; a click looks at one. */
export function SampleStrip({ onTaken }: { readonly onTaken?: (() => void) | undefined }) {
  const shown = useStore(facesStore, ({ photo }) => photo?.name);
  return (
    <ul className={styles.strip}>
      {samplePhotos.map((sample) => (
        <li key={sample.name}>
          <button
            type="button"
            className={styles.sample}
            aria-label={sample.name}
            aria-pressed={sample.name === shown}
            onClick={() => {
              onTaken?.();
              void showSample(sample);
            }}
          >
            <img src={sample.url} alt="" decoding="async" />
          </button>
        </li>
      ))}
    </ul>
  );
}
