import { X } from 'lucide-react';
import { recogniseChoice } from '../../flows/faces/recogniseChoice';
import { facesStore } from '../../state/faces';
import { useStore } from '../../state/useStore';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { Problem } from '../../ui/Problem';
import styles from './FaceProblem.module.css';

/** The last thing that went wrong on this bench, until it is read or something newer works. */
export function FaceProblem() {
  const problem = useStore(facesStore, (state) => state.problem);
  const unfinished = useStore(facesStore, (state) => state.choice !== null && state.recognition === null);
  if (problem === null) return null;
  const forget = () => facesStore.setState({ problem: null });
  const retry = () => {
    forget();
    void recogniseChoice();
  };
  return (
    <div className={styles.problem}>
      <Problem message={problem.message} remedy={problem.remedy}>
        {unfinished ? <Button onClick={retry}>Try again</Button> : undefined}
      </Problem>
      <IconButton className={styles.close} label="Close the message" icon={<X aria-hidden />} onClick={forget} />
    </div>
  );
}
