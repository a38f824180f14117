/** The heading of the network in view, which takes the focus when another network comes in view. */
export const titleId = 'network-in-view';
