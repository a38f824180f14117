import type { Cell } from '../../../shared/csv';
import type { LayerInfo, LoadedNetwork } from '../../../shared/network';

/** [28, 28, 256] → '(None, 28, 28, 256)', as Keras writes a shape with its open batch dimension. */
export const kerasShape = (shape: readonly number[]): string => `(None, ${shape.join(', ')})`;

/** The layers as rows, the heads first. */
export function summaryRows({ info, layers }: LoadedNetwork): readonly (readonly Cell[])[] {
  const row = ({ name, kind, outputShape, parameters }: LayerInfo) => [name, kind, kerasShape(outputShape), parameters];
  return [['layer', 'type', 'output shape', 'parameters'], ...layers.map(row), ['total', '', '', info.parameters]];
}

/** The summary as text, in columns as wide as their longest entry. */
export function summaryText({ info, layers }: LoadedNetwork): string {
  const rows = [
    ['Layer (type)', 'Output Shape', 'Param #'],
    ...layers.map(({ name, kind, outputShape, parameters }) => [
      `${name} (${kind})`,
      kerasShape(outputShape),
      String(parameters),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [name = 0, shape = 0, count = 0] = widths;
  const line = ([a = '', b = '', c = '']: readonly string[]) =>
    `${a.padEnd(name + 2)}${b.padEnd(shape + 2)}${c.padStart(count)}`;
  const rule = '='.repeat(name + shape + count + 4);
  const [heads = [], ...body] = rows;
  const total = `Total params: ${info.parameters.toLocaleString('en')}`;
  return [`Model: "${info.name}"`, line(heads), rule, ...body.map(line), rule, total, ''].join('\n');
}
