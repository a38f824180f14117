import { Tooltip } from '@base-ui/react/tooltip';
import { FiltersPanel } from '../panels/filters/FiltersPanel';
import { NetworksSheet } from '../panels/networks/NetworksSheet';
import { DeleteDataDialog } from './DeleteDataDialog';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';
import { Notices } from './Notices';
import { ShortcutsSheet } from './ShortcutsSheet';
import { useShortcuts } from './useShortcuts';

/** The page: header, bench, and what floats above them. */
export function App() {
  useShortcuts();
  return (
    <ErrorBoundary>
      <Tooltip.Provider delay={500}>
        <Header />
        <ErrorBoundary>
          <FiltersPanel />
        </ErrorBoundary>
        <NetworksSheet />
        <ShortcutsSheet />
        <DeleteDataDialog />
        <Notices />
      </Tooltip.Provider>
    </ErrorBoundary>
  );
}
