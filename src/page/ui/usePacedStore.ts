import { useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';

/**
 * Like `useStore`, for a value that changes often and costs much to show: the component renders again at most once in
 * `pause` milliseconds, the last change included.
 * @param select the same function at every rendering
 */
export function usePacedStore<State, Value>(
  store: StoreApi<State>,
  select: (state: State) => Value,
  pause: number,
): Value {
  const [value, setValue] = useState(() => select(store.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let last = Number.NEGATIVE_INFINITY;
    const show = () => {
      timer = null;
      last = performance.now();
      const now = select(store.getState());
      setValue(() => now);
    };
    const look = () => {
      if (timer !== null) return;
      const wait = last + pause - performance.now();
      if (wait <= 0) show();
      else timer = setTimeout(show, wait);
    };
    show();
    const stop = store.subscribe(look);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [store, select, pause]);
  return value;
}
