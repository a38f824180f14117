import { useEffect, useRef, useState } from 'react';
import { readNumber } from './readNumber';
import { type NumberRange, settleNumber } from './settleNumber';

export interface NumberDraftInput {
  readonly value: number;
  readonly onCommit: (value: number) => void;
  readonly range: NumberRange;
}

/** Arrow keys change the number at once; the page hears of it when they have rested for this long. */
const restMilliseconds = 500;

const shown = new Intl.NumberFormat('en', { maximumFractionDigits: 4, useGrouping: false });

/** What is being typed, apart from what holds; it goes when that changes elsewhere. */
export function useNumberDraft({ value, onCommit, range }: NumberDraftInput) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each value that comes
  useEffect(() => {
    setDraft(null);
    setProblem(null);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (text: string) => {
    clearTimeout(timer.current);
    setProblem(null);
    setDraft(text);
  };
  /** @param keeps leaves what is not taken in the field. @returns whether it is taken */
  const settle = (keeps: boolean): boolean => {
    clearTimeout(timer.current);
    if (draft === null) return true;
    const read = readNumber(draft, range);
    if ('problem' in read) {
      setProblem(keeps ? read.problem : `${read.problem}: ${shown.format(value).replace('-', '−')} was kept`);
      if (!keeps) setDraft(null);
      return false;
    }
    setDraft(null);
    if (read.value !== value) onCommit(read.value);
    return true;
  };
  /** By an arrow key: stops at the range's end. */
  const nudge = (by: number) => {
    const read = readNumber(draft ?? String(value), range);
    const next = settleNumber(('value' in read ? read.value : value) + by, range);
    type(shown.format(next));
    timer.current = setTimeout(() => onCommit(next), restMilliseconds);
  };
  return { text: draft ?? shown.format(value), problem, type, settle, nudge };
}
