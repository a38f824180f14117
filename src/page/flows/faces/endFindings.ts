import { comparisonStore, evidenceStore, trustStore } from '../../state/explanation';

/** What is found out about the map has ended half-way: nothing of it is under way any more. What has come stays. */
export function endFindings(): void {
  comparisonStore.setState({ running: false });
  evidenceStore.setState({ running: false });
  trustStore.setState({ running: null });
}
