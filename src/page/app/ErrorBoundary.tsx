import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button';
import { Problem } from '../ui/Problem';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a fault in one part of the page from emptying the rest; what was computed is in the stores and stays. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override readonly state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Problem
        message={`This part of the page has failed: ${error.message}`}
        remedy="Draw it again; what was computed is kept. If it fails again, reload the page."
      >
        <Button onClick={() => this.setState({ error: null })}>Draw again</Button>
      </Problem>
    );
  }
}
