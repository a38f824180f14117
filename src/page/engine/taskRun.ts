import type { CallName, Calls } from '../../shared/protocol';
import type { Rank } from './queuePlan';
import type { Running } from './running';

/** Calls that the queue hands to any worker which holds their networks. */
export type TaskName = Exclude<
  CallName,
  'open' | 'calibrate' | 'convert' | 'readLabels' | 'store' | 'load' | 'unload' | 'ascend' | 'memory'
>;

/** One call in the queue, begun anew in another worker when its own is lost. */
export interface TaskRun<Name extends TaskName = TaskName> {
  readonly kind: 'task';
  readonly name: Name;
  readonly request: Calls[Name]['arguments'];
  readonly networks: readonly string[];
  readonly rank: Rank;
  /** Its progress would be lost: it is never stopped in favour of another. */
  readonly stoppable: false;
  running: Running | null;
  losses: number;
  readonly onEvent: (event: Calls[Name]['event']) => void;
  readonly resolve: (result: Calls[Name]['result']) => void;
  readonly reject: (error: unknown) => void;
}

/** The networks that a call names, by id. */
export function networksOf(request: object): string[] {
  const { network, detector, landmarks } = request as Partial<Record<string, unknown>>;
  return [network, detector, landmarks].filter((id): id is string => typeof id === 'string');
}
