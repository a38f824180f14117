import type { ReactNode } from 'react';
import styles from './BottomBar.module.css';

/** On a narrow screen: a bench's tools, within the thumb's reach. */
export function BottomBar({ children }: { readonly children: ReactNode }) {
  return (
    <div role="toolbar" aria-label="Tools" className={styles.bar}>
      {children}
    </div>
  );
}

interface ToolProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** One of the bar's tools: a picture over a word. */
export function BottomTool({ icon, name, disabled = false, onClick }: ToolProps) {
  return (
    <button type="button" className={styles.tool} disabled={disabled} onClick={onClick}>
      {icon}
      {name}
    </button>
  );
}
