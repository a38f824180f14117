import { useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { forgetFrame, oncePerFrame } from '../paint/oncePerFrame';
import styles from './Curve.module.css';
import { drawCurve } from './drawCurve';

export interface CurveSource {
  readonly subscribe: (listener: () => void) => () => void;
  /** Values of the steps 1, 2, 3 … */
  readonly read: () => readonly number[];
  readonly formatValue: (value: number) => string;
}

interface Props {
  readonly source: CurveSource;
  /** What a screen reader says of it. */
  readonly label: string;
}

/** A live curve over the steps. It follows its source without rendering React, at most once a frame. */
export function Curve({ source, label }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => (ref.current === null ? undefined : follow(ref.current, source)), [source]);
  return <div ref={ref} role="img" aria-label={label} className={styles.curve} />;
}

function follow(host: HTMLElement, source: CurveSource): () => void {
  let plot: uPlot | null = null;
  let drawn: readonly number[] | null = null;
  const rebuild = () => {
    drawn = null;
    return drawCurve({ host, width: host.clientWidth, height: host.clientHeight, formatValue: source.formatValue });
  };
  const draw = () => {
    plot ??= rebuild();
    const values = source.read();
    if (values === drawn) return;
    drawn = values;
    plot.setData([values.map((_, index) => index + 1), [...values]]);
  };
  const redraw = () => {
    plot?.destroy();
    plot = null;
    oncePerFrame(host, draw);
  };
  const unsubscribe = source.subscribe(() => source.read() !== drawn && oncePerFrame(host, draw));
  const observer = new ResizeObserver(redraw);
  observer.observe(host);
  const scheme = window.matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', redraw);
  return () => {
    unsubscribe();
    observer.disconnect();
    scheme.removeEventListener('change', redraw);
    forgetFrame(host);
    plot?.destroy();
  };
}
