import { engine } from '../engine/instance';
import { rememberHelp } from './rememberHelp';

/** Lets the processor's cores help the GPU, or no longer, and remembers it. */
export function helpGpu(help: boolean): void {
  rememberHelp(help);
  engine().helpGpu(help);
}
