import { lostOnReload } from '../flows/networks/lostOnReload';

/** Lets the browser ask before the page is closed or reloaded while it holds a network that would be lost. */
export function askBeforeLeaving(): void {
  window.addEventListener('beforeunload', (event) => {
    if (lostOnReload().length > 0) event.preventDefault();
  });
}
