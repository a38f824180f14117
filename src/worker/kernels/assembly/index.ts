export { gateGradient } from './gateGradient';
export { interleavePhase } from './interleavePhase';
export { maxPoolGradient } from './maxPoolGradient';
export { measurePeak } from './peak';
export { packedFiltersBytes, packFilters, patchProduct, patchProductScratchBytes } from './patchProduct';
export { winograd, winogradScratchBytes } from './winograd';
export { transformedFiltersBytes, transformFilters } from './winogradFilters';
