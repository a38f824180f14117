import type { RandomisationStep } from '../../../shared/explain';
import { createRandom } from '../../../shared/random';
import type { LoadedGraph } from '../../network/loadedGraph';
import { ancestors } from '../../network/plan';
import { type Attribution, attribute } from '../attribute';
import type { Question } from '../question';
import { isLearned, randomNode } from './randomNode';
import { spearman } from './spearman';
import { stages } from './stages';

const mostStages = 6;

/**
 * Cascading weight randomisation (Adebayo et al., NeurIPS 2018): convolutions and dense layers lose what they have
 * learned from the top down, stage by stage, and the map is made anew. A map that stays the same does not show what the
 * network has learned. What is not the network's (an identity head, a second photo's embedding) stays.
 *
 * A layer has the same random weights in all stages; between two stages none of them stays on the device.
 * @throws FoveaError for a layer that the method cannot use; the signal's reason when aborted
 */
export async function* randomise(
  signal: AbortSignal,
  loaded: LoadedGraph,
  question: Question,
  attribution: Attribution,
  seed: number,
): AsyncGenerator<RandomisationStep, void> {
  const { network, weights } = loaded;
  const { map: trained } = await attribute(signal, loaded, question, attribution);
  const fromTheTop = learnedNodes(loaded, question.target.layer).reverse();
  const graph = new Map(network.graph);
  const random = createRandom(seed);
  let done = 0;
  for (const count of stages(fromTheTop.length, mostStages)) {
    let layer = '';
    for (const node of fromTheTop.slice(done, count)) {
      graph.set(node.name, await randomNode(signal, node, Math.floor(random() * 2 ** 32)));
      layer = node.name;
    }
    done = count;
    try {
      const { map } = await attribute(signal, { network: { ...network, graph }, weights }, question, attribution);
      yield { layer, map, correlation: spearman(map.values, trained.values) };
    } finally {
      loaded.releaseNarrowed();
    }
  }
}

/** Those that the target depends on, in order of execution. */
function learnedNodes({ network }: LoadedGraph, layer: string) {
  const wanted = ancestors(network.graph, [layer]);
  return [...network.graph.values()].filter((node) => wanted.has(node.name)).filter(isLearned);
}
