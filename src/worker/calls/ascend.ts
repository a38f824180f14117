import type { AscentSliceEnd } from '../../shared/calls/filterCalls';
import type { Request } from '../../shared/protocol';
import { ascend } from '../explain/ascent/ascend';
import type { LoadedGraph } from '../network/loadedGraph';
import type { Send } from './send';

/** Streams one slice of an ascent; its buffers are handed over, not copied. */
export async function answerAscend(
  signal: AbortSignal,
  loaded: LoadedGraph,
  { call, arguments: slice }: Extract<Request, { name: 'ascend' }>,
  send: Send,
): Promise<void> {
  const frames = ascend(signal, loaded, slice);
  for (;;) {
    const next = await frames.next();
    if (next.done) return sendEnd(send, call, signal.aborted, next.value);
    send({ call, kind: 'event', name: 'ascend', event: next.value }, [next.value.picture.rgba.buffer]);
  }
}

function sendEnd(send: Send, call: number, stopped: boolean, end: AscentSliceEnd): void {
  const { state, values } = end;
  const transfer = [state.parameters.buffer, state.moments.buffer, ...(values ? [values.buffer] : [])];
  if (stopped) send({ call, kind: 'stopped', end }, transfer);
  else send({ call, kind: 'done', name: 'ascend', result: end }, transfer);
}
