import styles from '../figures/Figures.module.css';

/** What training on masked copies does. */
export function TrainingPane() {
  return <p className={styles.empty}>…</p>;
}
