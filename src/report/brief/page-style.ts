/** How the note looks: two sheets that fit on A4 and on US Letter alike, nothing from outside. */
export const PAGE_STYLE = `
@page { margin: 8mm 12mm; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 186mm; padding: 16px; background: #ffffff; color: #1d2327; font: 8pt/1.28 Arial, "Liberation Sans", "Helvetica Neue", Helvetica, sans-serif; }
h1 { font-size: 15.5pt; line-height: 1.15; margin: 0 0 3pt; }
h2 { font-size: 10.5pt; line-height: 1.2; margin: 6pt 0 2pt; padding-top: 3pt; border-top: 0.8pt solid #1d2327; }
h3 { font-size: 8pt; line-height: 1.25; margin: 0 0 2pt; }
p { margin: 0 0 3pt; }
.about { font-size: 7.4pt; line-height: 1.25; }
a { color: #005a8c; }
.kicker, .source, footer { color: #59636b; }
.kicker { font-size: 8pt; margin: 0 0 2pt; }
.lede { font-size: 9pt; margin: 0 0 2pt; }
.warning { border: 1.5pt solid #8f2d00; color: #8f2d00; background: #fff1e8; padding: 3pt 6pt; font-weight: bold; }
.beside { display: grid; gap: 5mm; align-items: start; }
.first { grid-template-columns: 1fr 70mm; }
.second { grid-template-columns: 1fr 62mm; }
.statements { margin: 0; padding: 0; list-style: none; }
.statements li { margin: 0 0 2.6pt; }
.columns { columns: 2; column-gap: 6mm; font-size: 7.2pt; line-height: 1.25; }
.columns li { break-inside: avoid; }
figure { margin: 5pt 0 0; }
figure svg { display: block; font-family: inherit; width: 100%; height: auto; }
figcaption { font-size: 6.5pt; line-height: 1.25; color: #3c454c; margin-top: 2pt; }
table { border-collapse: collapse; width: 100%; font-size: 7.2pt; line-height: 1.16; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: 0.8pt 4pt 0.8pt 0; border-top: 0.4pt solid #c9cfd4; overflow-wrap: break-word; }
thead th { border-top: 0; border-bottom: 0.8pt solid #1d2327; }
tbody th { font-weight: normal; }
th.heading { background: #eef1f4; padding-left: 4pt; }
.small { font-size: 6.5pt; line-height: 1.25; overflow-wrap: anywhere; }
footer { display: flex; justify-content: space-between; gap: 4mm; font-size: 6.5pt; margin-top: 4pt; }
footer span + span { white-space: nowrap; }
@media print { body { padding: 0; max-width: none; } section.sheet { break-inside: avoid; } section.sheet + section.sheet { break-before: page; } h2, h3 { break-after: avoid; } a { color: inherit; text-decoration: none; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
@media screen { section.sheet + section.sheet { margin-top: 24px; border-top: 1px solid #c9cfd4; padding-top: 8px; } body { font-size: 14px; max-width: 900px; } table { font-size: 12.5px; } figcaption, .small, footer { font-size: 12px; } h1 { font-size: 26px; } h2 { font-size: 18px; } h3, .kicker { font-size: 13px; } .lede { font-size: 15px; } }
@media screen and (max-width: 760px) { .first, .second { grid-template-columns: 1fr; } .columns { columns: 1; } .scroll { overflow-x: auto; } .scroll table { min-width: 640px; } }
`;
