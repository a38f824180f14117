/** 0.9213 → “92.1 %”. What is not quite nothing or everything is not rounded to it: “< 0.1 %”, “> 99.9 %”. */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const size = Math.abs(share);
  const sign = share < 0 ? '−' : '';
  if (size > 0 && size < 0.0005) return share < 0 ? '> −0.1 %' : '< 0.1 %';
  if (share >= 0.9995 && share < 1) return '> 99.9 %';
  return `${sign}${(size * 100).toFixed(1)} %`;
}
