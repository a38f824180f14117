import { useEffect, useRef } from 'react';
import 'uplot/dist/uPlot.min.css';
import styles from './Curve.module.css';
import { drawLines } from './drawLines';

interface Props {
  /** What a screen reader says of it. */
  readonly label: string;
  /** Abscissae of both lines, 0..1, rising. */
  readonly shares: readonly number[];
  /** The line that matters; empty while it is not there. */
  readonly accent: readonly number[];
  /** What it is compared with, dashed. */
  readonly plain: readonly number[];
}

/** Two lines over a share from 0 to 100 %, drawn anew when they, the size or the colour scheme change. */
export function LinePlot({ label, shares, accent, plain }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = ref.current;
    if (host === null) return;
    let plot = drawLines({ host, shares, accent, plain });
    const redraw = () => {
      plot.destroy();
      plot = drawLines({ host, shares, accent, plain });
    };
    let width = host.clientWidth;
    const observer = new ResizeObserver(() => {
      if (host.clientWidth === width) return;
      width = host.clientWidth;
      redraw();
    });
    observer.observe(host);
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', redraw);
    return () => {
      observer.disconnect();
      scheme.removeEventListener('change', redraw);
      plot.destroy();
    };
  }, [shares, accent, plain]);
  return <div ref={ref} role="img" aria-label={label} className={styles.curve} />;
}
