import { useEffect, useState } from 'react';
import type { MemoryReport } from '../../shared/device';
import { engine } from '../engine/instance';

/** What all workers hold together; asked for every two seconds while somebody looks. Null until the first answer. */
export function useMemory(): MemoryReport | null {
  const [memory, setMemory] = useState<MemoryReport | null>(null);
  useEffect(() => {
    let looking = true;
    const ask = () =>
      engine()
        .memory()
        .then((reports) => looking && setMemory(total(reports)))
        // A worker that is being rebuilt answers the next time.
        .catch(() => {});
    void ask();
    const timer = setInterval(ask, 2000);
    return () => {
      looking = false;
      clearInterval(timer);
    };
  }, []);
  return memory;
}

function total(reports: readonly MemoryReport[]): MemoryReport {
  const sum = (key: keyof MemoryReport) => reports.reduce((amount, report) => amount + report[key], 0);
  return { tensors: sum('tensors'), tensorBytes: sum('tensorBytes'), deviceBytes: sum('deviceBytes') };
}
