/** What is told of a measurement under way, whenever its line is mounted: its panel goes with the tab, it does not. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { measure, stopMeasurements } from '../../../src/page/flows/masks/maskWork';
import { RunButton } from '../../../src/page/panels/masks/measured/RunButton';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => {
  stopMeasurements();
  vi.useRealTimers();
});

const shown = (fraction: number) =>
  renderToStaticMarkup(
    createElement(RunButton, { kind: 'rise', start: 'Measure', onStart: () => undefined, fraction }),
  );

test('mounted late, it counts from where the measurement began; begun anew, from there', () => {
  const never = () => new Promise<void>(() => undefined);
  vi.advanceTimersByTime(5000);
  void measure('rise', never);
  expect(shown(0.25)).not.toContain('about');
  vi.advanceTimersByTime(60_000);
  // A quarter took one minute: three are left.
  expect(shown(0.25)).toMatch(/25 %, about 3 min 00 s left/);
  void measure('rise', never);
  vi.advanceTimersByTime(20_000);
  expect(shown(0.5)).toMatch(/50 %, about 20 s left/);
});
