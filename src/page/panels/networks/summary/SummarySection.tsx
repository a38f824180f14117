import { ClipboardCopy, FileText, Table2 } from 'lucide-react';
import type { LoadedNetwork } from '../../../../shared/network';
import { copySummary, saveSummaryTable, saveSummaryText } from '../../../flows/networks/exportSummary';
import { formatCount, formatShape } from '../../../ui/format';
import { IconButton } from '../../../ui/IconButton';
import { Section } from '../../../ui/Section';
import { useCurrentNetwork } from '../../../ui/useCurrentNetwork';
import styles from './Summary.module.css';

/** The network's layers as in a Keras summary, to be read, copied and saved. */
export function SummarySection() {
  const loaded = useCurrentNetwork()?.loaded ?? null;
  return (
    <Section title="Layers" aside={loaded !== null && <Exports loaded={loaded} />}>
      {loaded === null ? <p className={styles.none}>Listed once the network is read.</p> : <Table loaded={loaded} />}
    </Section>
  );
}

function Exports({ loaded }: { readonly loaded: LoadedNetwork }) {
  return (
    <span className={styles.exports}>
      <IconButton
        label="Copy the summary"
        icon={<ClipboardCopy aria-hidden />}
        onClick={() => void copySummary(loaded)}
      />
      <IconButton
        label="Save the summary as text"
        icon={<FileText aria-hidden />}
        onClick={() => saveSummaryText(loaded)}
      />
      <IconButton
        label="Save the summary as CSV"
        icon={<Table2 aria-hidden />}
        onClick={() => saveSummaryTable(loaded)}
      />
    </span>
  );
}

function Table({ loaded }: { readonly loaded: LoadedNetwork }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Layer and type</th>
          <th scope="col">Output</th>
          <th scope="col">Parameters</th>
        </tr>
      </thead>
      <tbody>
        {loaded.layers.map(({ name, kind, outputShape, parameters }) => (
          <tr key={name}>
            <th scope="row">
              {name} <span className={styles.kind}>{kind}</span>
            </th>
            <td>{formatShape(outputShape)}</td>
            <td>{formatCount(parameters)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total, {formatCount(loaded.layers.length)} layers</th>
          <td />
          <td>{formatCount(loaded.info.parameters)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
