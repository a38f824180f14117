import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { saveFigure } from '../../../flows/networks/figures/saveFigures';
import type { FigureProgress } from '../../../state/reportFigures';
import { IconButton } from '../../../ui/IconButton';
import styles from './Figures.module.css';

interface Props {
  readonly network: string;
  readonly figure: FigureProgress;
}

/** One layer's grid, or how many of its filters are done. */
export function FigureCard({ network, figure: { layer, png, done, filters } }: Props) {
  const address = useAddress(png);
  return (
    <li className={styles.figure}>
      {address === null ? (
        <div className={styles.ghost}>
          {done} of {filters}
        </div>
      ) : (
        <img className={styles.picture} src={address} alt={`The first ${filters} filters of ${layer}`} />
      )}
      <div className={styles.caption}>
        <span>{layer}</span>
        {png !== null && (
          <IconButton
            label={`Save ${layer} as PNG`}
            icon={<Download aria-hidden />}
            onClick={() => saveFigure(network, layer, png)}
          />
        )}
      </div>
    </li>
  );
}

/** An address for as long as the picture is shown. */
function useAddress(png: Blob | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (png === null) return;
    const made = URL.createObjectURL(png);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [png]);
  return address;
}
