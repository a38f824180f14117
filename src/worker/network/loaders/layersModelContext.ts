import type { Weight } from '../graph';
import type { GraphBuilder } from './graphBuilder';
import type { LayerConfig } from './layersModelSchema';

/** What a layer is translated with. */
export interface LayerContext {
  readonly config: LayerConfig;
  readonly builder: GraphBuilder;
  /** Names of the nodes that feed the layer. */
  readonly inputs: readonly string[];
  readonly weight: (name: string) => Weight;
}

/** What all nodes of a layer have in common: its name and what feeds it. */
export const base = ({ config, inputs }: LayerContext) => ({ name: config.name, inputs, parameters: 0, listed: true });
