/** Pixels on a side of a picture on the mean face; a report shows them at half that size, so that they print. */
export const pictureSide = 432;
