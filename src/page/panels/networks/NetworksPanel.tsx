import { useEffect } from 'react';
import { loadOffers } from '../../flows/networks/loadOffers';
import { addingNetworkStore } from '../../state/addingNetwork';
import { useStore } from '../../state/useStore';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { NetworkDetail } from './detail/NetworkDetail';
import { StorageLine } from './keeping/StorageLine';
import { AddNetwork } from './list/AddNetwork';
import { NetworkList } from './list/NetworkList';
import { OfferList } from './list/OfferList';
import styles from './NetworksPanel.module.css';
import { SummarySection } from './summary/SummarySection';

/**
 * The Networks bench: which networks there are and how to bring one, what the one in view is and expects, and its layers
 * as in a Keras summary. A bench and not a dialog: a network is added, checked and put right here before anything is
 * asked of it, and the rest of the page is not in the way.
 */
export function NetworksPanel() {
  const wide = useMediaQuery('(min-width: 1200px)');
  // On a narrow screen it stands at the end, but what is being added concerns the reader now.
  const busy = useStore(addingNetworkStore, ({ adding, problems }) => adding !== null || problems.length > 0);
  useEffect(() => void loadOffers(), []);
  return (
    <div className={wide ? styles.wide : styles.narrow}>
      <div className={styles.left}>
        <NetworkList />
        <OfferList />
        {(wide || busy) && <AddNetwork />}
        {wide && <StorageLine />}
      </div>
      <div className={styles.middle}>
        <NetworkDetail />
      </div>
      <div className={styles.right}>
        <SummarySection />
      </div>
      {!wide && (
        <div className={styles.add}>
          {!busy && <AddNetwork />}
          <StorageLine />
        </div>
      )}
    </div>
  );
}
