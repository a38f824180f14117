import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { chooseWidth, redoStroke, undoStroke } from '../flows/masks/editMask';
import { openBench } from '../flows/openBench';
import { redoLabels, undoLabels } from '../flows/people/labelSteps';
import { togglePause } from '../flows/togglePause';
import { closeFilter } from '../panels/filters/closeFilter';
import { type BenchName, benchStore } from '../state/bench';
import { mapViewStore } from '../state/mapView';
import { maskStore } from '../state/mask';
import { selectionStore } from '../state/selection';
import { tilesStore } from '../state/tiles';
import { showSheet, viewStore } from '../state/view';

/** Whether a key press already means something where the focus is. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || !(event.target instanceof Element)) return true;
  return event.target.closest('input, textarea, [role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

const isControl = (event: KeyboardEvent) =>
  event.target instanceof Element && event.target.closest('button, a, [role="listbox"], [role="switch"]') !== null;

/** Runs an action unless a field, a dialog or a menu has the focus. */
const free = (action: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
  if (!isTaken(event)) action(event);
};

/** A letter or a digit that finds an entry in an open list belongs to the list. */
const unlisted = (action: () => void) =>
  free((event) => {
    if (event.target instanceof Element && event.target.closest('[role="listbox"], [role="combobox"]') !== null) return;
    action();
  });

/** Runs an action as `free` does, while the Filters bench is in view. */
const onFilters = (action: (event: KeyboardEvent) => void) =>
  free((event) => {
    if (benchStore.getState().bench === 'filters') action(event);
  });

/** Runs an action in the place of the browser's own, while the Masks bench is in view. */
const onMasks = (action: () => void) => free((event) => doOnMasks(event, action));

function doOnMasks(event: KeyboardEvent, action: () => void): void {
  if (benchStore.getState().bench !== 'masks') return;
  event.preventDefault();
  action();
}

/**
 * What the bench in view has to undo or redo; also where a slider or a box has the focus, which have no undo of their
 * own.
 */
const history =
  (actions: Partial<Record<BenchName, () => void | Promise<void>>>) =>
  (event: KeyboardEvent): void => {
    const action = actions[benchStore.getState().bench];
    const bare = event.target instanceof Element && event.target.matches('input:is([type="range"], [type="checkbox"])');
    if (action === undefined || (bare ? event.defaultPrevented : isTaken(event))) return;
    event.preventDefault();
    void action();
  };
const undo = history({ masks: undoStroke, people: undoLabels });
const redo = history({ masks: redoStroke, people: redoLabels });

/** Factor of one press. */
const brushStep = 1.25;
const changeBrush = (factor: number) => chooseWidth(maskStore.getState().width * factor);

function pause(event: KeyboardEvent): void {
  if (!tilesStore.getState().running) return;
  event.preventDefault();
  togglePause();
}

function focusSearch(): boolean {
  const field = document.getElementById('layer-search');
  field?.focus();
  return field !== null;
}

function searchLayers(event: KeyboardEvent): void {
  event.preventDefault();
  if (focusSearch()) return;
  showSheet('layers');
  // The sheet takes the focus when it opens; the field gets it after that.
  requestAnimationFrame(() => requestAnimationFrame(focusSearch));
}

/** From nowhere, an arrow key leads to the grid's tile that Tab would reach. */
function enterGrid(event: KeyboardEvent): void {
  if (event.target !== document.body) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('[data-filter][tabindex="0"]')?.focus();
}

function closeInspector(): void {
  if (viewStore.getState().sheet === null && selectionStore.getState().filter !== null) closeFilter();
}

/** The page's keys; the grid and the layer list add their own while they have the focus. */
export function useShortcuts(): void {
  useEffect(() => {
    const forget = tinykeys(
      window,
      {
        o: free(() => mapViewStore.setState({ bare: false })),
      },
      { event: 'keyup' },
    );
    const forgetMore = tinykeys(window, {
      1: unlisted(() => openBench('filters')),
      2: unlisted(() => openBench('faces')),
      3: unlisted(() => openBench('masks')),
      4: unlisted(() => openBench('people')),
      5: unlisted(() => openBench('networks')),
      '[': onMasks(() => changeBrush(1 / brushStep)),
      ']': onMasks(() => changeBrush(brushStep)),
      '$mod+z': undo,
      '$mod+Shift+z': redo,
      '$mod+y': redo,
      o: unlisted(() => mapViewStore.setState({ bare: true })),
      ' ': onFilters((event) => !isControl(event) && pause(event)),
      p: onFilters(pause),
      '/': onFilters(searchLayers),
      'Shift+?': free(() => showSheet('shortcuts')),
      '?': free(() => showSheet('shortcuts')),
      Escape: onFilters(closeInspector),
      ArrowLeft: onFilters(enterGrid),
      ArrowRight: onFilters(enterGrid),
      ArrowUp: onFilters(enterGrid),
      ArrowDown: onFilters(enterGrid),
    });
    return () => {
      forget();
      forgetMore();
    };
  }, []);
}
