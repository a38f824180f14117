/** 0.9213 → “92.1 %”. What is not quite nothing or everything is not rounded to it: “< 0.1 %”, “> 99.9 %”. */
export function formatPercent(share: number, digits = 1): string {
  if (!Number.isFinite(share)) return '–';
  const size = Math.abs(share);
  const sign = share < 0 ? '−' : '';
  const least = 10 ** -digits;
  if (size > 0 && size < least / 200)
    return share < 0 ? `> −${least.toFixed(digits)} %` : `< ${least.toFixed(digits)} %`;
  if (share >= 1 - least / 200 && share < 1) return `> ${(100 - least).toFixed(digits)} %`;
  return `${sign}${(size * 100).toFixed(digits)} %`;
}
