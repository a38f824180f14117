/** A file that ends before its picture does (`truncated`) or contradicts its own format (`damaged`). */
export class BrokenFile extends Error {
  constructor(readonly fault: 'truncated' | 'damaged') {
    super(fault);
  }
}
