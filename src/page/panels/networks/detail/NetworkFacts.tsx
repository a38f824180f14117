import type { NetworkOutputs } from '../../../../shared/network';
import type { NetworkEntry } from '../../../state/networks';
import { Fact } from '../../../ui/Fact';
import { formatBytes, formatCount, formatShape } from '../../../ui/format';
import styles from './Detail.module.css';

/** Size, input, what it answers, and where it comes from under which terms. */
export function NetworkFacts({ entry }: { readonly entry: NetworkEntry }) {
  const { spec, loaded } = entry;
  const { origin, source } = spec;
  return (
    <dl className={styles.facts}>
      {loaded !== null && (
        <>
          <Fact name="Size">
            {formatCount(loaded.info.parameters)} parameters in {formatCount(loaded.layers.length)} layers
          </Fact>
          <Fact name="Input">{formatShape(loaded.info.input)}</Fact>
          <Fact name="Answers">{answers(loaded.info.outputs)}</Fact>
        </>
      )}
      {source.format === 'files' && (
        <Fact name="Files">
          {source.files.length === 1 ? source.files[0]?.name : `${source.files.length} files`},{' '}
          {formatBytes(source.files.reduce((sum, { size }) => sum + size, 0))}; here until this tab is closed
        </Fact>
      )}
      {origin !== undefined && (
        <>
          <Fact name="Origin">{origin.source}</Fact>
          <Fact name="Licence">{origin.licence}</Fact>
          <Fact name="Cite">{origin.citation}</Fact>
        </>
      )}
      {origin === undefined && source.format === 'files' && (
        <Fact name="Origin">your own; its licence is what you got it under</Fact>
      )}
    </dl>
  );
}

/** Labels that a loader made up say nothing. */
const madeUp = /^class \d+$/;

function answers({ embedding, classes }: NetworkOutputs): string {
  const kinds = classes.map(({ title, labels, probability }) => {
    const units = probability === 'sigmoid' ? 2 : labels.length;
    return labels.every((label) => madeUp.test(label))
      ? `${formatCount(units)} classes without names`
      : `${title.toLowerCase()}: ${formatCount(units)} names`;
  });
  const parts = [...kinds, ...(embedding === null ? [] : [`an embedding at ${embedding}`])];
  return parts.length === 0 ? 'nothing but activations' : parts.join('; ');
}
