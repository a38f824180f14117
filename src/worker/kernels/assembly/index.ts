export { gateGradient } from './gateGradient';
export { interleavePhase } from './interleavePhase';
export { maxPoolGradient } from './maxPoolGradient';
export { winograd, winogradScratchBytes } from './winograd';
export { transformedFiltersBytes, transformFilters } from './winogradFilters';
