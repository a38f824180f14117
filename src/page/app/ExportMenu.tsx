import { Menu } from '@base-ui/react/menu';
import { Ellipsis, FileJson, FileText, FolderOpen, Grid3x3, Image, Info, Keyboard, Table2, Trash2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { exportGrid } from '../flows/exportGrid';
import { exportSettings } from '../flows/exportSettings';
import { exportExplanation } from '../flows/faces/exportExplanation';
import { exportMap } from '../flows/faces/exportMap';
import { exportOverlay } from '../flows/faces/exportOverlay';
import { importSettings } from '../flows/importSettings';
import { exportLog } from '../flows/masks/exportLog';
import { exportMask } from '../flows/masks/exportMask';
import { openBench } from '../flows/openBench';
import { openStudyFile } from '../flows/people/openStudyFile';
import { benchStore } from '../state/bench';
import { notifyError } from '../state/notices';
import { tilesStore } from '../state/tiles';
import { useStore } from '../state/useStore';
import { showSheet } from '../state/view';
import { IconButton } from '../ui/IconButton';
import { joinClasses } from '../ui/joinClasses';
import popup from '../ui/Popup.module.css';
import { useMediaQuery } from '../ui/useMediaQuery';

/** Files out and in, and the end of what is kept on this device. */
export function ExportMenu() {
  // A wider header has a button for it.
  const narrow = useMediaQuery('(max-width: 719px)');
  const input = useRef<HTMLInputElement>(null);
  const bench = useStore(benchStore, (state) => state.bench);
  const open = (file: File | undefined) => {
    if (file === undefined) return;
    const opening = bench === 'people' ? openStudyFile(new AbortController().signal, file) : importSettings(file);
    opening.catch(notifyError);
  };
  return (
    <>
      <Menu.Root>
        <Menu.Trigger render={<IconButton label="More: save, open, delete" icon={<Ellipsis aria-hidden />} />} />
        <Menu.Portal>
          <Menu.Positioner
            role="region"
            aria-label="More: choices"
            className={popup.positioner}
            sideOffset={8}
            align="end"
          >
            <Menu.Popup className={popup.popup}>
              {bench === 'filters' && <SaveGrid />}
              {bench === 'faces' && <SaveFace />}
              {bench === 'masks' && <SaveMask />}
              {bench === 'people' && (
                <Entry
                  icon={<FileText aria-hidden />}
                  detail="HTML, CSV and JSON"
                  onClick={() => showSheet('study-report')}
                >
                  Save the report…
                </Entry>
              )}
              {bench === 'people' && (
                <Entry
                  icon={<FolderOpen aria-hidden />}
                  detail="JSON, repeats it with its photos"
                  onClick={() => input.current?.click()}
                >
                  Open a study…
                </Entry>
              )}
              {bench === 'filters' && (
                <Entry icon={<FolderOpen aria-hidden />} detail="JSON" onClick={() => input.current?.click()}>
                  Open settings…
                </Entry>
              )}
              <Menu.Separator className={popup.separator} />
              <Entry icon={<Info aria-hidden />} onClick={() => openBench('networks')}>
                About the networks
              </Entry>
              {narrow && (
                <Entry icon={<Keyboard aria-hidden />} onClick={() => showSheet('shortcuts')}>
                  Keyboard shortcuts
                </Entry>
              )}
              <Entry icon={<Trash2 aria-hidden />} danger onClick={() => showSheet('delete-data')}>
                Delete local data…
              </Entry>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={bench === 'people' ? 'Study file' : 'Settings file'}
        hidden
        onChange={(event) => {
          open(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
}

/** What can be saved of the Filters bench, and how much of the grid there is to save. */
function SaveGrid() {
  const progress = useStore(tilesStore, ({ tiles }) => {
    const waiting = [...tiles.values()].filter(({ status }) => status === 'queued' || status === 'running').length;
    return waiting === 0 ? '' : ` (${tiles.size - waiting} of ${tiles.size} done)`;
  });
  return (
    <>
      <Entry icon={<Image aria-hidden />} detail="PNG, 1075 × 1075" onClick={() => saved(exportGrid())}>
        Save the grid{progress}
      </Entry>
      <Entry icon={<FileJson aria-hidden />} detail="JSON, repeats this page" onClick={() => saved(exportSettings())}>
        Save the settings
      </Entry>
    </>
  );
}

/** What can be saved of the Faces bench. */
function SaveFace() {
  return (
    <>
      <Entry icon={<Image aria-hidden />} detail="PNG, with its colour bar" onClick={() => saved(exportOverlay())}>
        Save the face with its heat map
      </Entry>
      <Entry icon={<Grid3x3 aria-hidden />} detail="NumPy, raw values" onClick={() => saved(exportMap())}>
        Save the map
      </Entry>
      <Entry
        icon={<FileJson aria-hidden />}
        detail="JSON with scores and settings, no pixels"
        onClick={() => saved(exportExplanation())}
      >
        Save everything
      </Entry>
    </>
  );
}

/** What can be saved of the Masks bench. */
function SaveMask() {
  return (
    <>
      <Entry
        icon={<Image aria-hidden />}
        detail="PNG, black where the face is hidden"
        onClick={() => saved(exportMask())}
      >
        Save the mask
      </Entry>
      <Entry icon={<Table2 aria-hidden />} detail="CSV, every mask that was tried" onClick={saveLog}>
        Save the log
      </Entry>
    </>
  );
}

function saveLog(): void {
  try {
    exportLog();
  } catch (error) {
    notifyError(error);
  }
}

const saved = (saving: Promise<void>) => void saving.catch(notifyError);

interface EntryProps {
  readonly icon: ReactNode;
  readonly detail?: string;
  readonly danger?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Entry({ icon, detail, danger = false, onClick, children }: EntryProps) {
  return (
    <Menu.Item className={joinClasses(popup.item, danger && popup.danger)} onClick={onClick}>
      {icon}
      <span>
        {children}
        {detail !== undefined && <span className={popup.detail}>{detail}</span>}
      </span>
    </Menu.Item>
  );
}
