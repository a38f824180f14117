import { Download } from 'lucide-react';
import { takeOffer } from '../../../flows/networks/takeNetwork';
import { networksStore } from '../../../state/networks';
import { offeredNetworksStore } from '../../../state/offeredNetworks';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { formatBytes } from '../../../ui/format';
import { Section } from '../../../ui/Section';
import styles from './List.module.css';

/** What `npm run network` has put on this page's server and is not here yet. */
export function OfferList() {
  const offered = useStore(offeredNetworksStore, (state) => state.offered);
  const entries = useStore(networksStore, (state) => state.entries);
  const here = new Set([...entries.values()].map(({ spec }) => spec.name));
  const open = offered.filter(({ name }) => !here.has(name));
  if (open.length === 0) return null;
  return (
    <Section title="On this server">
      <ul className={styles.offers}>
        {open.map((offer) => (
          <li key={offer.id} className={styles.offer}>
            <span>
              <span className={styles.name}>{offer.name}</span>
              <span className={styles.line}>{formatBytes(offer.files.reduce((sum, { bytes }) => sum + bytes, 0))}</span>
            </span>
            <Button
              icon={<Download aria-hidden />}
              aria-label={`Add ${offer.name}`}
              onClick={() => void takeOffer(offer)}
            >
              Add
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
