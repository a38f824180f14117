import uPlot from 'uplot';

export interface DrawLinesInput {
  readonly host: HTMLElement;
  readonly shares: readonly number[];
  readonly accent: readonly number[];
  readonly plain: readonly number[];
}

const token = (host: HTMLElement, name: string) => getComputedStyle(host).getPropertyValue(name).trim();

/** A plot of two lines over 0..100 %; from 0 to 1, further down where a value is negative. The caller destroys it. */
export function drawLines({ host, shares, accent, plain }: DrawLinesInput): uPlot {
  const ink = token(host, '--curve-ink');
  const lowest = Math.min(0, ...accent, ...plain);
  const highest = Math.max(1, ...accent, ...plain);
  const axis = {
    stroke: ink,
    font: '11px "Inter Variable", sans-serif',
    ticks: { show: false },
    grid: { stroke: token(host, '--curve-grid'), width: 1 },
  };
  const line = { width: 1.5, points: { show: false } };
  const options: uPlot.Options = {
    width: host.clientWidth,
    height: host.clientHeight,
    padding: [8, 20, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: [0, 1] }, y: { range: [lowest, highest] } },
    series: [{}, { ...line, stroke: ink, dash: [4, 4] }, { ...line, stroke: token(host, '--curve-line'), width: 2 }],
    axes: [
      { ...axis, size: 24, space: 48, gap: 4, grid: { show: false }, values: (_plot, at) => at.map(percent) },
      { ...axis, size: 36, space: 28, gap: 8 },
    ],
  };
  const pad = (values: readonly number[]) => shares.map((_, i) => values[i] ?? null);
  return new uPlot(options, [[...shares], pad(plain), pad(accent)], host);
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
