import one from '@vladmandic/face-api/demo/sample1.jpg?url';
import two from '@vladmandic/face-api/demo/sample2.jpg?url';
import three from '@vladmandic/face-api/demo/sample3.jpg?url';
import four from '@vladmandic/face-api/demo/sample4.jpg?url';
import five from '@vladmandic/face-api/demo/sample5.jpg?url';
import six from '@vladmandic/face-api/demo/sample6.jpg?url';

export interface SamplePhoto {
  readonly name: string;
  readonly url: string;
}

/** The photos that come along, from the package that brings the detector. */
export const samplePhotos: readonly SamplePhoto[] = [one, two, three, four, five, six].map((url, i) => ({
  name: `Sample ${i + 1}`,
  url: new URL(url, document.baseURI).href,
}));
