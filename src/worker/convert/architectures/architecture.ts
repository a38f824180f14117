import { FoveaError } from '../../../shared/errors';
import type { ConvertedNetwork } from '../../../shared/network';
import type { ForeignWeight } from '../foreignNetwork';
import type { LayerWeights } from '../keras/layerWeights';
import { nameWeights } from '../keras/nameWeights';

/** What a weights-only file turns out to be the weights of. */
export interface Architecture {
  readonly id: ConvertedNetwork['architecture'];
  /** For a person: 'VGG16 of VGGFace'. */
  readonly title: string;
  /** True if the names of these layers are this network's, whatever their shapes. */
  readonly fits: (layers: ReadonlySet<string>) => boolean;
  /** @throws FoveaError naming the layer whose weights do not fit */
  readonly build: (layers: LayerReader) => unknown;
}

/** A weight's extent: a number, whatever the file says, or the same number of units in all weights of the layer. */
export type Extent = number | 'any' | 'units';

/** Hands out a file's layers one by one, each against the shapes that its place in the network demands. */
export class LayerReader {
  readonly weights: ForeignWeight[] = [];
  readonly #layers: ReadonlyMap<string, LayerWeights>;
  readonly #taken = new Set<string>();

  constructor(
    layers: readonly LayerWeights[],
    private readonly title: string,
  ) {
    this.#layers = new Map(layers.map((layer) => [layer.layer, layer]));
  }

  has(layer: string): boolean {
    return this.#layers.has(layer);
  }

  /**
   * Takes a layer's weights.
   * @param expected canonical names with their shapes
   * @returns the shape of the first weight
   * @throws FoveaError when the layer is missing or a shape differs
   */
  take(layer: string, expected: Readonly<Record<string, readonly Extent[]>>): readonly number[] {
    const found = this.#layers.get(layer);
    if (found === undefined) throw this.#refuse(layer, 'it is missing');
    const named = nameWeights(layer, Object.keys(expected), found);
    const units = named[0]?.shape.at(-1);
    for (const [i, [name, extents]] of Object.entries(expected).entries()) {
      const shape = named[i]?.shape ?? [];
      const fits = (extent: Extent, axis: number) =>
        extent === 'any' || shape[axis] === (extent === 'units' ? units : extent);
      if (shape.length !== extents.length || !extents.every(fits)) {
        const wanted = extents.join(' × ');
        throw this.#refuse(layer, `its ${name} has the shape ${shape.join(' × ')} where ${wanted} is needed`);
      }
    }
    this.#taken.add(layer);
    this.weights.push(...named);
    return named[0]?.shape ?? [];
  }

  /** @throws FoveaError naming a layer of the file that nothing has asked for */
  end(): void {
    const left = [...this.#layers.keys()].find((layer) => !this.#taken.has(layer));
    if (left !== undefined) throw this.#refuse(left, 'it has no such layer');
  }

  #refuse(layer: string, why: string): FoveaError {
    return new FoveaError(
      `The file looks like ${this.title}, but layer ${layer} does not fit: ${why}.`,
      'Download the file again. If you changed the network, save all of it with model.save, not its weights only.',
    );
  }
}
