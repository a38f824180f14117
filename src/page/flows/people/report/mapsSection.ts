import { formatEnd } from './formatEnd';
import { type HeadingLevel, heading } from './heading';
import { html, type Markup } from './html';
import type { ReportMaps } from './reportContent';

/** Pictures side by side on one scale, with its colours, ends and unit. */
export function mapsSection({ title, note, pictures, scale }: ReportMaps, level: HeadingLevel, source: string): Markup {
  const [low, high] = scale.ends;
  return html`<div class="set">${heading(level, title)}<div class="maps">${pictures.map(
    ({ address, title: name, note: sizes }) =>
      html`<figure><img src="${address}" alt="${title}: ${name}" width="216" height="216"><figcaption><strong>${name}</strong><br>${sizes}</figcaption></figure>\n`,
  )}</div>
<div class="scale"><img src="${scale.address}" alt="Colour scale from ${formatEnd(low)} to ${formatEnd(high)}"><div><span>${formatEnd(low)}</span><span>${scale.unit}</span><span>${formatEnd(high)}</span></div></div>
<p class="soft">One colour scale for all of these pictures${scale.sharedWith !== null && html`, and for ${scale.sharedWith}`}.</p>
${note !== undefined && html`<p class="soft">${note}</p>\n`}<p class="soft">${source}</p></div>
`;
}
