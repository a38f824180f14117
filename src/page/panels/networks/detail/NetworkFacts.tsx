import type { ClassOutput, NetworkOutputs } from '../../../../shared/network';
import { namedClasses } from '../../../flows/networks/giveNames';
import { keptNetworksStore } from '../../../state/keptNetworks';
import type { NetworkEntry } from '../../../state/networks';
import { useStore } from '../../../state/useStore';
import { Fact } from '../../../ui/Fact';
import { formatBytes, formatCount, formatShape } from '../../../ui/format';
import { pooledWords } from '../../../ui/pooledWords';
import { ClassNames } from './ClassNames';
import styles from './Detail.module.css';

/** Size, input, what it answers, and where it comes from under which terms. */
export function NetworkFacts({ entry }: { readonly entry: NetworkEntry }) {
  const { spec, loaded } = entry;
  const { origin, source } = spec;
  const kept = useStore(keptNetworksStore, (state) => state.kept.get(spec.id));
  const classes = namedClasses(loaded?.info.outputs.classes ?? []);
  return (
    <dl className={styles.facts}>
      {loaded !== null && (
        <>
          <Fact name="Size">
            {formatCount(loaded.info.parameters)} parameters in {formatCount(loaded.layers.length)} layers
          </Fact>
          <Fact name="Input">
            {spec.preprocessing.order === 'grey'
              ? `${formatShape(loaded.info.input.slice(0, 2))}, grey`
              : formatShape(loaded.info.input)}
          </Fact>
          <Fact name="Answers">
            {answers(loaded.info.outputs)}
            {classes !== null && (
              <ClassNames
                key={spec.id}
                network={spec.id}
                labels={classes.labels}
                named={!nameless(classes)}
                own={source.format === 'files'}
                given={source.format === 'files' && spec.labels !== undefined}
              />
            )}
          </Fact>
        </>
      )}
      {loaded?.info.notice !== undefined && <Fact name="Left out">{loaded.info.notice}</Fact>}
      {source.format === 'files' && (
        // What is kept of it has another size than what it was added from: that stands below, where it is kept.
        <Fact name={kept === undefined ? 'Files' : 'Added from'}>{kept?.sourceName ?? filesWords(source.files)}</Fact>
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

const nameless = ({ labels }: ClassOutput) => labels.every((label) => madeUp.test(label));

/** How many people the two releases of VGGFace name. */
const people = [2622, 8631];

function answers(outputs: NetworkOutputs): string {
  const { embedding, classes } = outputs;
  const pooled = pooledWords(outputs);
  const kinds = classes.map((output) => {
    const { title, labels, probability } = output;
    const count = formatCount(probability === 'sigmoid' ? 2 : labels.length);
    if (people.includes(labels.length)) return nameless(output) ? `${count} people without names` : `${count} people`;
    return nameless(output) ? `${count} classes without names` : `${title.toLowerCase()}: ${count} names`;
  });
  const parts = [
    ...kinds,
    ...(embedding === null ? [] : [pooled === null ? `an embedding at ${embedding}` : `embedding: ${pooled}`]),
  ];
  return parts.length === 0 ? 'nothing but activations' : parts.join('; ');
}

/** 'model.h5, 59 MB'; '3 files, 12 MB'. */
function filesWords(files: readonly File[]): string {
  const [name = 'none'] = files.length === 1 ? files.map((file) => file.name) : [`${files.length} files`];
  return `${name}, ${formatBytes(files.reduce((sum, { size }) => sum + size, 0))}`;
}
