/** The report's own style sheet: nothing is fetched, and it prints on white paper. */
export const reportStyle = `
:root { color-scheme: light; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; color: #1b1b1a; }
body { max-width: 1000px; margin: 0 auto; padding: 32px 24px 64px; background: #fff; font-variant-numeric: tabular-nums; }
h1 { margin: 0 0 4px; font-size: 28px; line-height: 1.25; letter-spacing: -0.015em; }
h2 { margin: 40px 0 8px; padding-top: 16px; border-top: 1px solid #e0e0dd; font-size: 20px; }
h3 { margin: 24px 0 8px; font-size: 15px; }
p, ul { margin: 8px 0; max-width: 76ch; }
.soft, figcaption { color: #555552; font-size: 12px; }
.lead { font-size: 17px; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 24px; margin: 8px 0; }
dt { color: #555552; }
dd { margin: 0; overflow-wrap: anywhere; }
figure { margin: 16px 0; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 13px; }
caption { padding: 4px 0; font-weight: 600; text-align: left; }
th, td { padding: 4px 0 4px 12px; white-space: nowrap; border-bottom: 1px solid #e0e0dd; font-weight: 400; text-align: right; vertical-align: middle; }
:is(th, td):first-child { padding-left: 0; }
.name { max-width: 28ch; min-width: 8ch; text-align: left; white-space: normal; overflow-wrap: break-word; }
.words .name { max-width: none; overflow-wrap: anywhere; }
.short { display: none; }
thead th { color: #555552; font-size: 12px; vertical-align: bottom; }
figcaption { margin-top: 4px; }
.maps { display: flex; flex-wrap: wrap; gap: 16px; }
.maps figure { width: 216px; margin: 0; }
.maps img { display: block; width: 216px; height: 216px; border-radius: 4px; }
.scale { width: 320px; max-width: 100%; margin: 8px 0 16px; }
.scale img { display: block; width: 100%; height: 10px; border-radius: 2px; }
.scale div { display: flex; justify-content: space-between; color: #555552; font-size: 12px; }
.whisker { display: block; margin-left: auto; overflow: visible; }
.whisker .zero { stroke: #c9c9c5; }
.whisker .span { stroke: #4a45c9; stroke-width: 1.5; }
.whisker circle { fill: #4a45c9; }
.face { display: block; width: 48px; height: 48px; border-radius: 4px; object-fit: cover; }
.refusal { padding: 12px 16px; border-left: 3px solid #a8201a; background: #f9eeed; }
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
  body { max-width: none; padding: 0; font-size: 11px; }
  h2 { break-after: avoid; }
  figure, tr { break-inside: avoid; }
  .scroll { overflow: visible; }
  th, td { white-space: normal; }
  a { color: inherit; text-decoration: none; }
}
`;
