import type { Origin, Preprocessing } from './network';

/** A network that lies on the page's own server, put there by `npm run network`. */
export interface OfferedNetwork {
  readonly id: string;
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly preprocessing: Preprocessing;
  readonly origin: Origin;
}
