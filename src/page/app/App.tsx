import { Tabs } from '@base-ui/react/tabs';
import { Tooltip } from '@base-ui/react/tooltip';
import { openBench } from '../flows/openBench';
import { FacesPanel } from '../panels/faces/FacesPanel';
import { FiltersPanel } from '../panels/filters/FiltersPanel';
import { MasksPanel } from '../panels/masks/MasksPanel';
import { NetworksPanel } from '../panels/networks/NetworksPanel';
import { type BenchName, benchStore } from '../state/bench';
import { useStore } from '../state/useStore';
import { DeleteDataDialog } from './DeleteDataDialog';
import { DropTarget } from './DropTarget';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';
import { Notices } from './Notices';
import { ShortcutsSheet } from './ShortcutsSheet';
import { useShortcuts } from './useShortcuts';

/** The page: header, bench, and what floats above them. */
export function App() {
  useShortcuts();
  const bench = useStore(benchStore, (state) => state.bench);
  return (
    <ErrorBoundary>
      <Tooltip.Provider delay={500}>
        <Tabs.Root value={bench} onValueChange={(next: BenchName) => openBench(next)}>
          <Header />
          <main>
            <Tabs.Panel value="filters" tabIndex={-1}>
              <ErrorBoundary>
                <FiltersPanel />
              </ErrorBoundary>
            </Tabs.Panel>
            <Tabs.Panel value="faces" tabIndex={-1}>
              <ErrorBoundary>
                <FacesPanel />
              </ErrorBoundary>
            </Tabs.Panel>
            <Tabs.Panel value="masks" tabIndex={-1}>
              <ErrorBoundary>
                <MasksPanel />
              </ErrorBoundary>
            </Tabs.Panel>
            <Tabs.Panel value="networks" tabIndex={-1}>
              <ErrorBoundary>
                <NetworksPanel />
              </ErrorBoundary>
            </Tabs.Panel>
          </main>
        </Tabs.Root>
        <ShortcutsSheet />
        <DeleteDataDialog />
        <DropTarget />
        <Notices />
      </Tooltip.Provider>
    </ErrorBoundary>
  );
}
