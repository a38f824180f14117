/** Goes on with one filter's ascent for that many more steps (1..1000), from where it stands. */
export function continueFilter(_filter: number, _moreSteps: number): void {}
