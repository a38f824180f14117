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

const colours = { R: 'red', G: 'green', B: 'blue' } as const;

/** Each channel's values as the network gets them: smallest, mean, largest, and how they spread. */
export function InputStatistics({ checked, preprocessing }: Props) {
  const { face, input, check } = checked;
  const letters = [...preprocessing.order.toUpperCase()] as (keyof typeof colours)[];
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
          {letters.map((letter, c) => {
            const channel = check.channels[c];
            if (channel === undefined) return null;
            return (
              <tr key={letter}>
                <th scope="row">
                  {c + 1}, {colours[letter]}
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
