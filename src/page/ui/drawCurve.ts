import uPlot from 'uplot';

export interface DrawCurveInput {
  readonly host: HTMLElement;
  readonly width: number;
  readonly height: number;
  readonly formatValue: (value: number) => string;
}

const token = (host: HTMLElement, name: string) => getComputedStyle(host).getPropertyValue(name).trim();

/** A plot of one series over the steps 1, 2, 3 … in the page's colours; the caller feeds and destroys it. */
export function drawCurve({ host, width, height, formatValue }: DrawCurveInput): uPlot {
  const ink = token(host, '--curve-ink');
  const axis = {
    stroke: ink,
    font: '11px "Inter Variable", sans-serif',
    ticks: { show: false },
    grid: { stroke: token(host, '--curve-grid'), width: 1 },
  };
  const options: uPlot.Options = {
    width,
    height,
    padding: [8, 8, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false } },
    series: [{}, { stroke: token(host, '--curve-line'), width: 1.5, points: { show: false } }],
    axes: [
      { ...axis, size: 24, space: 56, gap: 4, grid: { show: false } },
      { ...axis, size: 48, space: 32, gap: 8, values: (_plot, splits) => splits.map(formatValue) },
    ],
  };
  return new uPlot(options, [[], []], host);
}
