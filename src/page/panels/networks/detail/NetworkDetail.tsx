import { chooseNetwork } from '../../../flows/chooseNetwork';
import { selectionStore } from '../../../state/selection';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { formatBytes } from '../../../ui/format';
import { Problem } from '../../../ui/Problem';
import { ProgressBar } from '../../../ui/ProgressBar';
import { useCurrentNetwork } from '../../../ui/useCurrentNetwork';
import { FiguresSection } from '../figures/FiguresSection';
import { KeepingSection } from '../keeping/KeepingSection';
import { PreprocessingSection } from '../preprocessing/PreprocessingSection';
import styles from './Detail.module.css';
import { NetworkActions } from './NetworkActions';
import { NetworkFacts } from './NetworkFacts';
import { titleId } from './titleId';
import { useTurnToNewNetwork } from './useTurnToNewNetwork';

/** The network in view: what it is, what it expects, and what can be made of it. */
export function NetworkDetail() {
  const entry = useCurrentNetwork();
  const id = useStore(selectionStore, (selection) => selection.network);
  useTurnToNewNetwork(id);
  if (entry === undefined) {
    return (
      <div className={styles.head}>
        <h1 className={styles.title}>Networks</h1>
        <p className={styles.caption}>There is no network “{id}” here. Choose one of the list, or add its files.</p>
      </div>
    );
  }
  const { spec, loaded, progress, error } = entry;
  return (
    <>
      <div className={styles.head}>
        <h1 id={titleId} tabIndex={-1} className={styles.title}>
          {spec.name}
        </h1>
        <NetworkActions entry={entry} />
      </div>
      <div className={styles.body}>
        {error !== null && (
          <Problem message={error.message} remedy={error.remedy}>
            <Button onClick={() => void chooseNetwork(spec.id)}>Try again</Button>
          </Problem>
        )}
        {progress !== null && (
          <div className={styles.loading}>
            <p>{progress.stage === 'building' ? 'Building' : `Reading: ${formatBytes(progress.loadedBytes)}`}</p>
            <ProgressBar
              label="Reading the network"
              fraction={progress.totalBytes > 0 ? progress.loadedBytes / progress.totalBytes : null}
              text={progress.stage}
            />
          </div>
        )}
        <NetworkFacts entry={entry} />
      </div>
      <PreprocessingSection key={spec.id} entry={entry} />
      {spec.source.format === 'files' && <KeepingSection entry={entry} />}
      {loaded !== null && <FiguresSection key={loaded.info.hash} loaded={loaded} />}
    </>
  );
}
