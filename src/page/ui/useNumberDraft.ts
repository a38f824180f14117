import { useEffect, useRef, useState } from 'react';
import { type NumberRange, settleNumber } from './settleNumber';

export interface NumberDraftInput {
  readonly value: number;
  readonly onCommit: (value: number) => void;
  readonly range: NumberRange;
}

/** Arrow keys change the number at once; the page hears of it when they have rested for this long. */
const restMilliseconds = 500;

/** What is being typed, apart from what holds; it follows the value when that changes elsewhere. */
export function useNumberDraft({ value, onCommit, range }: NumberDraftInput) {
  const [draft, setDraft] = useState<number | null>(value);
  /** What was typed last was not taken as it stood. */
  const [corrected, setCorrected] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setDraft(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (next: number | null) => {
    setCorrected(false);
    setDraft(next);
  };
  const settle = (next: number | null, rests: boolean) => {
    clearTimeout(timer.current);
    const nearest = next === null ? value : settleNumber(next, range);
    // An emptied field is put back as one with too large a number is.
    const refused = next === null || nearest !== next;
    if (refused) setCorrected(true);
    // Keys and wheel stop at the range's end. What was typed beyond it was not meant: what holds stays, and is shown.
    const settled = refused && !rests ? value : nearest;
    setDraft(settled);
    if (settled === value) return;
    if (rests) timer.current = setTimeout(() => onCommit(settled), restMilliseconds);
    else onCommit(settled);
  };
  return { draft, corrected, type, settle, refuse: () => setCorrected(true) };
}
