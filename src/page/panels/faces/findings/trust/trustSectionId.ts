/** Of the section with the checks: what stands beside the map leads there. */
export const trustSectionId = 'trust';
