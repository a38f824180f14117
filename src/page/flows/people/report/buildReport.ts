import { count } from '../../../../shared/people/figures';
import { studyLimits, studySources } from '../../../../shared/people/limits';
import { sourceLine } from '../../../../shared/people/sourceLine';
import { conditionsSection } from './conditionsSection';
import { differencesSection } from './differencesSection';
import { groupsSection } from './groupsSection';
import { heading } from './heading';
import { html, Markup } from './html';
import { mapsSection } from './mapsSection';
import { maskSection } from './maskSection';
import { photosSection } from './photosSection';
import { pseudonymise } from './pseudonymise';
import type { ReportContent } from './reportContent';
import { reportStyle } from './reportStyle';
import { settingsSection } from './settingsSection';
import { shortSection } from './shortSection';
import { table } from './tables';
import { trainingSection } from './trainingSection';

/** Nothing may be fetched and nothing run: what the file needs is in it. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
const style = new Markup(reportStyle);

/** A study as one HTML file that needs no other: it opens from a disk, prints, and runs no script. */
export function buildReport(given: ReportContent): string {
  const content = given.pseudonyms ? pseudonymise(given) : given;
  const title = `${content.network.name}: ${sizeOf(content)}`;
  const sections = sectionsOf(content);
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
<header>
<h1>Where a network looks at people</h1>
<p class="lead">${title}</p>
<p class="soft">Measured with Fovea, in the browser; no photo left the machine.</p>
</header>
<nav aria-label="Contents"><ol>${sections.map(({ title }, i) => html`<li><a href="#part-${i + 1}">${title}</a></li>`)}</ol></nav>
<main>
${sections.map(section)}</main>
</body>
</html>
`.text;
}

/** '22 photos in 2 groups'. */
function sizeOf({ measured, comparison }: ReportContent): string {
  const groups = comparison?.groups.length ?? 0;
  return `${count(measured.size, 'photo')} in ${groups === 0 ? 'no group' : count(groups, 'group')}`;
}

interface Section {
  readonly title: string;
  readonly body: Markup | readonly Markup[];
}

function sectionsOf(content: ReportContent): readonly Section[] {
  const { comparison, masked, training, maps, measured } = content;
  const source = sourceOf(content, null);
  const parts: readonly (Section | false)[] = [
    { title: 'In short', body: shortSection(content) },
    { title: 'What this cannot show', body: limits() },
    { title: 'What was measured, and how', body: settingsSection(content) },
    comparison !== null && { title: 'Groups', body: groupsSection(comparison, source) },
    maps.length > 0 && {
      title: 'Maps on the mean face',
      body: maps.map((one) => mapsSection(one, 3, sourceOf(content, null, 'raw values'))),
    },
    comparison !== null && { title: 'Between groups', body: differencesSection(comparison, { source, level: 3 }) },
    comparison !== null && { title: 'The photos themselves', body: conditionsSection(comparison) },
    masked !== null && {
      title: `With a mask: ${masked.name}`,
      body: maskSection(masked, sourceOf(content, masked.name)),
    },
    training !== null && { title: 'Training on masks', body: trainingSection(training, trainingSource(content)) },
    measured.size > 0 && { title: 'Photo by photo', body: photosSection(content, source) },
    content.failures.length > 0 && { title: 'Photos that could not be measured', body: failures(content) },
    { title: 'Sources', body: html`<ul>${studySources.map((line) => html`<li>${line}</li>`)}</ul>` },
  ];
  return parts.filter((part) => part !== false);
}

const section = ({ title, body }: Section, i: number) => html`<section id="part-${i + 1}">${heading(2, title)}
${body}</section>
`;

const limits = () => html`<ul>${studyLimits.map((line) => html`<li>${line}</li>`)}</ul>`;

const failures = (content: ReportContent) =>
  table({
    caption: `${content.failures.length} of ${count(content.photos.length, 'photo')}`,
    source: 'left out of all figures',
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

const sourceOf = (
  { settings, network, target }: ReportContent,
  mask: string | null,
  scale = 'shares and probabilities',
) => sourceLine({ settings, networkName: network.name, target, mask, scale });
