import { useRef } from 'react';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { showSheet, viewStore } from '../../state/view';
import { Sheet } from '../../ui/Sheet';
import { closeFilter, tileOf } from './closeFilter';
import styles from './FilterSheets.module.css';
import { Inspector } from './Inspector';
import { LayersPane } from './LayersPane';
import { SettingsForm } from './SettingsForm';

/** On a narrow screen: what stands beside the grid on a wide one. */
export function FilterSheets() {
  const sheet = useStore(viewStore, (view) => view.sheet);
  const filter = useStore(selectionStore, (selection) => selection.filter);
  const last = useRef(filter);
  if (filter !== null) last.current = filter;
  const close = () => showSheet(null);
  return (
    <>
      <Sheet title="Layers" open={sheet === 'layers'} onClose={close}>
        <div className={styles.layers}>
          <LayersPane />
        </div>
      </Sheet>
      <Sheet title="Ascent settings" open={sheet === 'settings'} onClose={close}>
        <SettingsForm headed={false} />
      </Sheet>
      <Sheet
        title={filter === null ? 'Inspector' : `Filter ${filter}`}
        bare
        open={filter !== null && sheet === null}
        onClose={closeFilter}
        finalFocus={() => tileOf(last.current) ?? true}
      >
        {filter !== null && (
          <div className={styles.content}>
            <Inspector filter={filter} />
            <SettingsForm />
          </div>
        )}
      </Sheet>
    </>
  );
}
