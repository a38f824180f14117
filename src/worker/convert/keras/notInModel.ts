import { FoveaError } from '../../../shared/errors';

/** Weights that nothing in the description asks for: the two are not of one network. */
export const notInModel = (layer: string): FoveaError =>
  new FoveaError(
    `The file has weights of a layer ${layer}, which its description of the network does not have.`,
    'The file is damaged or put together from two networks: save the whole model again with model.save.',
  );
