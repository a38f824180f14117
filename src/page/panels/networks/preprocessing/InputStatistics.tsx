import type { Preprocessing } from '../../../../shared/network';
import type { CheckedInput } from '../../../state/inputCheck';
import { formatObjective } from '../../../ui/format';
import { StillPicture } from '../../../ui/StillPicture';
import { Histogram } from './Histogram';
import styles from './Preprocessing.module.css';

interface Props {
  readonly checked: CheckedInput;
  readonly preprocessing: Preprocessing;
}

const colours: Readonly<Record<string, string>> = { R: 'red', G: 'green', B: 'blue' };

/** Each channel's values as the network gets them: smallest, mean, largest, and how they spread. */
export function InputStatistics({ checked, preprocessing }: Props) {
  const { face, input, check } = checked;
  const { order } = preprocessing;
  const names = order === 'grey' ? [order] : [...order.toUpperCase()].map((letter) => colours[letter] ?? letter);
  return (
    <div className={styles.statistics}>
      <figure className={styles.face}>
        <StillPicture picture={input} className={styles.picture} label={`The face of ${face}, as it is cropped`} />
        <figcaption>{face}</figcaption>
      </figure>
      <table className={styles.table}>
        <caption className="visually-hidden">What the network gets of this face, channel by channel</caption>
        <thead>
          <tr>
            <th scope="col">Channel</th>
            <th scope="col">Values</th>
            <th scope="col">Least</th>
            <th scope="col">Mean</th>
            <th scope="col">Most</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name, c) => {
            const channel = check.channels[c];
            if (channel === undefined) return null;
            return (
              <tr key={name}>
                <th scope="row">
                  {c + 1}, {name}
                </th>
                <td>
                  <Histogram counts={channel.histogram} range={check.range} />
                </td>
                <td>{formatObjective(channel.min)}</td>
                <td>{formatObjective(channel.mean)}</td>
                <td>{formatObjective(channel.max)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
