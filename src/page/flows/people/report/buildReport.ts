import { studyLimits, studySources } from '../../../../shared/people/limits';
import { sourceLine } from '../../../../shared/people/sourceLine';
import { conditionsSection } from './conditionsSection';
import { differencesSection } from './differencesSection';
import { groupsSection } from './groupsSection';
import { html, Markup } from './html';
import { mapsSection } from './mapsSection';
import { maskSection } from './maskSection';
import { photosSection } from './photosSection';
import { pseudonymise } from './pseudonymise';
import type { ReportContent } from './reportContent';
import { reportStyle } from './reportStyle';
import { settingsSection } from './settingsSection';
import { table } from './tables';
import { trainingSection } from './trainingSection';

/** Nothing may be fetched and nothing run: what the file needs is in it. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
const style = new Markup(reportStyle);

/** A study as one HTML file that needs no other: it opens from a disk, prints, and runs no script. */
export function buildReport(given: ReportContent): string {
  const content = given.pseudonyms ? pseudonymise(given) : given;
  const title = `${content.network.name}: ${content.measured.size} photos in ${content.comparison?.groups.length ?? 0} groups`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>Where a network looks at people</h1>
<p class="lead">${title}</p>
<p class="soft">Measured with Fovea, in the browser; no photo left the machine.</p>
${sectionsOf(content)}
</body>
</html>
`.text;
}

function sectionsOf(content: ReportContent): readonly Markup[] {
  const { comparison, masked, training, maps, measured } = content;
  const source = sourceOf(content, null);
  return [
    section('What this cannot show', limits()),
    section('What was measured, and how', settingsSection(content)),
    comparison !== null && section('Groups', groupsSection(comparison, source)),
    maps.length > 0 && section('Maps on the mean face', maps.map(mapsSection)),
    comparison !== null && section('Between groups', differencesSection(comparison, source)),
    comparison !== null && section('The photos themselves', conditionsSection(comparison, source)),
    masked !== null && section(`With a mask: ${masked.name}`, maskSection(masked, sourceOf(content, masked.name))),
    training !== null && section('Training on masks', trainingSection(training, trainingSource(content))),
    measured.size > 0 && section('Photo by photo', photosSection(content, source)),
    content.failures.length > 0 && section('Photos that could not be measured', failures(content, source)),
    section('Sources', html`<ul>${studySources.map((line) => html`<li>${line}</li>`)}</ul>`),
  ].filter((part) => part !== false);
}

const section = (title: string, body: Markup | readonly Markup[]) => html`<section><h2>${title}</h2>
${body}</section>
`;

const limits = () => html`<ul>${studyLimits.map((line) => html`<li>${line}</li>`)}</ul>`;

const failures = (content: ReportContent, source: string) =>
  table({
    caption: `${content.failures.length} of ${content.photos.length} photos`,
    source,
    heads: ['Photo', 'Why', 'What to do'],
    names: 3,
    words: true,
    rows: content.failures.map(({ file, message, remedy }) => [file, message, remedy]),
  });

const trainingSource = ({ settings, network }: ReportContent) =>
  sourceLine({
    ...{ settings, networkName: network.name, target: 'trained', mask: null },
    scale: 'shares and probabilities, means over persons',
  });

const sourceOf = ({ settings, network, target }: ReportContent, mask: string | null) =>
  sourceLine({ settings, networkName: network.name, target, mask, scale: 'shares and probabilities' });
