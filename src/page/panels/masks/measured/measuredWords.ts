/** What a map was measured with, and where it was stopped: 'stopped at 32 % · patch 32, stride 16, mean'. */
export function measuredWords(settings: string, fraction: number, running: boolean): string {
  if (running || fraction >= 1) return settings;
  return `stopped at ${Math.floor(100 * fraction)} % · ${settings}`;
}
