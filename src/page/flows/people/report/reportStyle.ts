/**
 * The report's own style sheet: nothing is fetched; on the screen light or dark by the reader's wish, on paper light.
 */
export const reportStyle = `
:root {
  color-scheme: light dark; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif;
  --paper: #fff; --ink: #1b1b1a; --soft: #555552; --line: #e0e0dd; --grid: #ececea; --zero: #a9a9a4; --accent: #4a45c9;
  --alarm: #a8201a; --alarm-paper: #f9eeed;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #161615; --ink: #ececea; --soft: #a9a9a4; --line: #3a3a38; --grid: #2b2b29; --zero: #777772; --accent: #a3a0ff;
    --alarm: #f0837c; --alarm-paper: #2c1d1c;
  }
}
body { max-width: 1000px; margin: 0 auto; padding: 32px 24px 64px; background: var(--paper); color: var(--ink); font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
h1 { margin: 0 0 4px; font-size: 28px; line-height: 1.25; letter-spacing: -0.015em; }
h2 { margin: 40px 0 8px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 20px; }
h3 { margin: 24px 0 8px; font-size: 16px; }
h4 { margin: 16px 0 8px; font-size: 14px; }
h1, h2, h3, h4 { overflow-wrap: anywhere; }
p, ul { margin: 8px 0; max-width: 76ch; }
a { color: var(--accent); }
nav ol { margin: 16px 0; padding-left: 24px; columns: 2 240px; }
.soft, figcaption { color: var(--soft); font-size: 12px; }
.lead { font-size: 17px; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); align-content: start; gap: 4px 24px; margin: 8px 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
figure { margin: 16px 0; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 13px; }
caption { padding: 4px 0; font-weight: 600; text-align: left; overflow-wrap: anywhere; }
th, td { padding: 4px 0 4px 12px; white-space: nowrap; border-bottom: 1px solid var(--line); font-weight: 400; text-align: right; vertical-align: middle; }
:is(th, td):first-child { padding-left: 0; }
.name { max-width: 28ch; min-width: 8ch; text-align: left; white-space: normal; overflow-wrap: break-word; }
.again { color: var(--soft); }
.words .name { max-width: none; overflow-wrap: anywhere; }
.short { display: none; }
thead th { color: var(--soft); font-size: 12px; vertical-align: bottom; }
figcaption { margin-top: 4px; overflow-wrap: anywhere; }
.maps { display: flex; flex-wrap: wrap; gap: 16px; }
:is(.maps, .beside) figure { width: 216px; margin: 0; }
:is(.maps, .beside) figure img { display: block; width: 216px; height: 216px; border-radius: 4px; }
.beside { display: flex; flex-wrap: wrap; gap: 16px 24px; margin: 16px 0; }
.beside dl { flex: 1 1 320px; }
.scale { width: 320px; max-width: 100%; margin: 8px 0; }
.scale img { display: block; width: 100%; height: 10px; border-radius: 2px; }
.scale div { display: flex; justify-content: space-between; color: var(--soft); font-size: 12px; }
:is(.whisker, .axis) { display: block; margin-left: auto; overflow: visible; }
.axis { margin-top: 4px; }
.axis text { fill: var(--soft); font-size: 11px; text-anchor: middle; }
.axis line { stroke: var(--zero); }
.whisker .tick { stroke: var(--grid); }
.whisker .zero { stroke: var(--zero); }
.whisker .span { stroke: var(--accent); stroke-width: 1.5; }
.whisker circle { fill: var(--accent); }
.face { display: block; width: 48px; height: 48px; border-radius: 4px; object-fit: cover; }
.refusal { padding: 12px 16px; border-left: 3px solid var(--alarm); background: var(--alarm-paper); }
.found { font-weight: 600; }
@media (max-width: 719px) {
  body { padding: 24px 16px 48px; }
  h1 { font-size: 24px; }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dd { margin-bottom: 8px; }
  .name { max-width: 20ch; }
  .words td.name { min-width: 24ch; }
  .wide .short { display: block; }
}
@media print {
  @page { margin: 14mm 12mm; }
  @page across { size: landscape; margin: 12mm 14mm; }
  .broad { page: across; }
  body { max-width: none; padding: 0; font-size: 11px; }
  nav, .wide .short { display: none; }
  table { font-size: 9px; }
  thead th, .soft, figcaption { font-size: 9px; }
  thead { display: table-header-group; }
  th, td { padding-left: 6px; white-space: normal; }
  :is(.whisker, .axis) { width: 110px; }
  .axis text { font-size: 9px; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, .whole, .set, .beside, .refusal, li { break-inside: avoid; }
  figcaption, .scale { break-before: avoid; }
  .scroll { overflow: visible; }
  a { color: inherit; text-decoration: none; }
}
`;
