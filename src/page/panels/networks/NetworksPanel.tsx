import { useEffect } from 'react';
import { loadOffers } from '../../flows/networks/loadOffers';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { NetworkDetail } from './detail/NetworkDetail';
import { StorageLine } from './keeping/StorageLine';
import { AddNetwork } from './list/AddNetwork';
import { NetworkList } from './list/NetworkList';
import { OfferList } from './list/OfferList';
import styles from './NetworksPanel.module.css';
import { SummarySection } from './summary/SummarySection';

/**
 * The Networks bench: which networks there are and how to bring one, what the one in view is and expects, and its
 * layers as in a Keras summary. A bench and not a dialog: a network is added, checked and put right here before
 * anything is asked of it, and the rest of the page is not in the way.
 */
export function NetworksPanel() {
  const wide = useMediaQuery('(min-width: 1200px)');
  useEffect(() => void loadOffers(), []);
  return (
    <div className={wide ? styles.wide : styles.narrow}>
      <div className={styles.left}>
        <NetworkList />
        <OfferList />
        <AddNetwork />
        <StorageLine />
      </div>
      <div className={styles.middle}>
        <NetworkDetail />
      </div>
      <div className={styles.right}>
        <SummarySection />
      </div>
    </div>
  );
}
