/**
 * Reads the pickles that NumPy writes for arrays of texts, and no others. A pickle is a program: this is a stack
 * machine that knows the few instructions which build texts, numbers, tuples and lists, and that takes the four
 * functions which rebuild an array for marks. Nothing is called. (Python, Lib/pickletools.py)
 */
export type PickleValue =
  | string
  | number
  | boolean
  | null
  | PickleValue[]
  | { readonly named: Known }
  | { readonly made: Known; state: PickleValue };

type Known = 'reconstruct' | 'array' | 'dtype' | 'encode' | 'bytes';

/** The functions and classes that an array's pickle names. */
const known: Readonly<Record<string, Known>> = {
  'numpy.core.multiarray _reconstruct': 'reconstruct',
  'numpy._core.multiarray _reconstruct': 'reconstruct',
  'numpy ndarray': 'array',
  'numpy dtype': 'dtype',
  '_codecs encode': 'encode',
};

const mostValues = 4_000_000;
const mark = Symbol('mark');
type Slot = PickleValue | typeof mark;

const stop = 0x2e;

/**
 * @throws Error naming the instruction or the name that such a pickle has no need of, or the place where it breaks off
 */
export function readPickle(bytes: Uint8Array): PickleValue {
  const machine = new Machine(bytes);
  while (true) {
    const code = machine.byte();
    if (code === stop) return machine.result();
    const instruction = instructions[code];
    if (instruction === undefined)
      throw new Error(`it has the instruction 0x${code.toString(16)}, which texts have no need of`);
    instruction(machine);
  }
}

const instructions: Readonly<Record<number, (machine: Machine) => void>> = {
  128: (m) => void m.byte(), // PROTO
  149: (m) => void m.take(8), // FRAME
  40: (m) => m.push(mark), // MARK
  78: (m) => m.push(null), // NONE
  136: (m) => m.push(true), // NEWTRUE
  137: (m) => m.push(false), // NEWFALSE
  74: (m) => m.push(m.view(4).getInt32(0, true)), // BININT
  75: (m) => m.push(m.byte()), // BININT1
  77: (m) => m.push(m.view(2).getUint16(0, true)), // BININT2
  88: (m) => m.push(m.text(m.view(4).getUint32(0, true))), // BINUNICODE
  140: (m) => m.push(m.text(m.byte())), // SHORT_BINUNICODE
  85: (m) => m.push(m.text(m.byte())), // SHORT_BINSTRING, of Python 2
  84: (m) => m.push(m.text(m.view(4).getUint32(0, true))), // BINSTRING, of Python 2
  67: (m) => m.push(m.text(m.byte())), // SHORT_BINBYTES
  66: (m) => m.push(m.text(m.view(4).getUint32(0, true))), // BINBYTES
  93: (m) => m.push([]), // EMPTY_LIST
  41: (m) => m.push([]), // EMPTY_TUPLE
  116: (m) => m.push(m.popToMark()), // TUPLE
  133: (m) => m.push(m.pops(1)), // TUPLE1
  134: (m) => m.push(m.pops(2)), // TUPLE2
  135: (m) => m.push(m.pops(3)), // TUPLE3
  97: (m) => m.append(m.pops(1)), // APPEND
  101: (m) => m.append(m.popToMark()), // APPENDS
  113: (m) => m.remember(m.byte()), // BINPUT
  114: (m) => m.remember(m.view(4).getUint32(0, true)), // LONG_BINPUT
  148: (m) => m.remember(), // MEMOIZE
  104: (m) => m.recall(m.byte()), // BINGET
  106: (m) => m.recall(m.view(4).getUint32(0, true)), // LONG_BINGET
  99: (m) => m.name(m.line(), m.line()), // GLOBAL
  147: (m) => {
    const [module, name] = m.pops(2);
    m.name(String(module), String(name));
  }, // STACK_GLOBAL
  82: (m) => m.reduce(), // REDUCE
  98: (m) => m.build(), // BUILD
};

class Machine {
  readonly #stack: Slot[] = [];
  readonly #memo = new Map<number, Slot>();
  #at = 0;
  #values = 0;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    return this.take(1)[0] as number;
  }

  take(count: number): Uint8Array {
    const end = this.#at + count;
    if (end > this.bytes.length) throw new Error('it breaks off');
    const taken = this.bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  view(count: number): DataView {
    const { buffer, byteOffset } = this.take(count);
    return new DataView(buffer, byteOffset, count);
  }

  text(count: number): string {
    return new TextDecoder().decode(this.take(count));
  }

  line(): string {
    const end = this.bytes.indexOf(0x0a, this.#at);
    if (end === -1 || end - this.#at > 200) throw new Error('it breaks off');
    const text = this.text(end - this.#at);
    this.#at = end + 1;
    return text;
  }

  push(value: Slot): void {
    this.#values += 1;
    if (this.#values > mostValues) throw new Error('it holds too many values');
    this.#stack.push(value);
  }

  pop(): PickleValue {
    const value = this.#stack.pop();
    if (value === undefined || value === mark) throw new Error('its instructions do not fit each other');
    return value;
  }

  pops(count: number): PickleValue[] {
    return Array.from({ length: count }, () => this.pop()).reverse();
  }

  popToMark(): PickleValue[] {
    const at = this.#stack.lastIndexOf(mark);
    if (at === -1) throw new Error('its instructions do not fit each other');
    const values = this.#stack.splice(at).slice(1) as PickleValue[];
    return values;
  }

  append(values: readonly PickleValue[]): void {
    const list = this.#stack.at(-1);
    if (!Array.isArray(list)) throw new Error('its instructions do not fit each other');
    for (const value of values) list.push(value);
  }

  remember(key = this.#memo.size): void {
    const top = this.#stack.at(-1);
    if (top === undefined) throw new Error('its instructions do not fit each other');
    this.#memo.set(key, top);
  }

  recall(key: number): void {
    const value = this.#memo.get(key);
    if (value === undefined) throw new Error('its instructions do not fit each other');
    this.push(value);
  }

  name(module: string, name: string): void {
    const named = Object.hasOwn(known, `${module} ${name}`) ? known[`${module} ${name}`] : undefined;
    if (named === undefined) throw new Error(`it names ${module}.${name}, which texts have no need of`);
    this.push({ named });
  }

  /** Stands for the call of a known function: what it would make, without making it. */
  reduce(): void {
    const [callee] = this.pops(2);
    const named = typeof callee === 'object' && callee !== null && 'named' in callee ? callee.named : null;
    if (named === 'reconstruct') this.push({ made: 'array', state: null });
    else if (named === 'dtype') this.push({ made: 'dtype', state: null });
    else if (named === 'encode') this.push({ made: 'bytes', state: null });
    else throw new Error('it calls something that texts have no need of');
  }

  build(): void {
    const [target, state = null] = this.pops(2);
    if (typeof target !== 'object' || target === null || !('made' in target))
      throw new Error('its instructions do not fit each other');
    target.state = state;
    this.push(target);
  }

  result(): PickleValue {
    const value = this.pop();
    if (this.#stack.length > 0) throw new Error('its instructions do not fit each other');
    return value;
  }
}
