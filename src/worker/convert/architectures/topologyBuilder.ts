/** Puts a functional Keras model together, in the form that Keras 2 and TensorFlow.js write. */
export class TopologyBuilder {
  readonly #layers: Record<string, unknown>[] = [];
  #last = '';

  /** @param name the model's */
  constructor(
    private readonly name: string,
    size: number,
  ) {
    this.add('InputLayer', 'input', { batch_input_shape: [null, size, size, 3], dtype: 'float32', sparse: false }, []);
  }

  /** Adds a layer behind `inputs`, or behind the one that was added last. Returns its name. */
  add(kind: string, name: string, config: Readonly<Record<string, unknown>> = {}, inputs = [this.#last]): string {
    const inbound = inputs.length === 0 ? [] : [inputs.map((input) => [input, 0, 0, {}])];
    this.#layers.push({ class_name: kind, name, config: { name, ...config }, inbound_nodes: inbound });
    this.#last = name;
    return name;
  }

  activation(name: string, activation: string): string {
    return this.add('Activation', name, { activation });
  }

  topology(): unknown {
    return {
      class_name: 'Functional',
      config: {
        name: this.name,
        layers: this.#layers,
        input_layers: [['input', 0, 0]],
        output_layers: [[this.#last, 0, 0]],
      },
    };
  }
}
