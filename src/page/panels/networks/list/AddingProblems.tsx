import { useEffect, useRef } from 'react';
import { type AddingProblem, addingNetworkStore, dismissProblem } from '../../../state/addingNetwork';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { Problem } from '../../../ui/Problem';
import styles from './List.module.css';

/** Why networks could not be added, one below the other. */
export function AddingProblems() {
  const problems = useStore(addingNetworkStore, (state) => state.problems);
  return problems.map((problem, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two may be of one file, and say the same
    <OneProblem key={i} problem={problem} />
  ));
}

function OneProblem({ problem }: { readonly problem: AddingProblem }) {
  const { name, message, remedy, again } = problem;
  const box = useRef<HTMLDivElement>(null);
  // Whoever is at the other end of the bench is to see it.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const retry = () => {
    dismissProblem(problem);
    again();
  };
  return (
    <div ref={box} className={styles.problem}>
      <Problem
        message={message.startsWith(name) ? `Not added: ${message}` : `${name} was not added. ${message}`}
        remedy={remedy}
      >
        <Button onClick={retry}>Try again</Button>
        <Button look="quiet" onClick={() => dismissProblem(problem)}>
          Dismiss
        </Button>
      </Problem>
    </div>
  );
}
