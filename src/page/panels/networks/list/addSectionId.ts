/** Where the way to a network of one's own leads on a narrow screen. */
export const addSectionId = 'add-network';
