import { ShieldCheck } from 'lucide-react';
import { useMediaQuery } from '../../ui/useMediaQuery';
import styles from './EmptyBench.module.css';
import { FaceProblem } from './FaceProblem';
import { PhotoButtons } from './PhotoButtons';
import { SampleStrip } from './SampleStrip';
import { StageLine } from './StageLine';

interface Props {
  /** What the bench does with a photo. */
  readonly promise: string;
}

/** A bench before the first photo: what it does, and every way to begin. */
export function EmptyBench({ promise }: Props) {
  const touch = useMediaQuery('(pointer: coarse), (max-width: 719px)');
  return (
    <section className={styles.pane} aria-labelledby="faces-title">
      <div className={styles.words}>
        <h1 id="faces-title" className={styles.title}>
          {touch ? 'Take or choose a photo of a face' : 'Drop a photo of a face'}
        </h1>
        <p className={styles.text}>
          {promise}
          {!touch && ' Drop the photo anywhere on this page, or paste it.'}
        </p>
      </div>
      <PhotoButtons />
      <div className={styles.samples}>
        <h2 className={styles.subtitle}>Or begin with one of these</h2>
        <SampleStrip />
      </div>
      <p className={styles.privacy}>
        <ShieldCheck aria-hidden />
        Photos stay on this device. Everything is computed here.
      </p>
      <div className={styles.progress}>
        <FaceProblem />
        <StageLine />
      </div>
    </section>
  );
}
