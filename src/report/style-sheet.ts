/** The style of the report: one column, system fonts, print on white, nothing from outside. */
export const STYLE_SHEET = `
:root { color-scheme: light dark; --ink: #1d2327; --soft: #59636b; --paper: #ffffff; --tint: #f4f6f8; --rule: #d5dbe0; --link: #005a8c; --warn: #8f2d00; --warn-tint: #fff1e8; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --soft: #a9b2ba; --paper: #14181b; --tint: #1e2429; --rule: #3a434a; --link: #7cc4f0; --warn: #ffb48a; --warn-tint: #3a2114; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
main, header, footer { max-width: 780px; margin: 0 auto; padding: 0 16px; }
header { padding-top: 36px; }
.kicker { color: var(--soft); font-size: 14px; margin: 0 0 8px; }
h1 { font-size: clamp(25px, 5vw, 34px); line-height: 1.2; margin: 0 0 14px; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: 23px; line-height: 1.25; margin: 52px 0 12px; padding-top: 14px; border-top: 1px solid var(--rule); }
h3 { font-size: 17px; line-height: 1.35; margin: 24px 0 8px; }
.lede { font-size: 18px; margin: 0 0 18px; }
a { color: var(--link); }
.facts { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1px; margin: 18px 0; background: var(--rule); border: 1px solid var(--rule); }
.facts div { background: var(--tint); padding: 9px 12px; }
.facts dt { color: var(--soft); font-size: 12.5px; }
.facts dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
nav { font-size: 14.5px; margin: 14px 0 0; }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 18px; }
.banner { border: 2px solid var(--warn); background: var(--warn-tint); color: var(--warn); padding: 10px 14px; margin: 16px 0; font-weight: 600; }
.short li { margin-bottom: 8px; }
.note { border-left: 4px solid var(--rule); padding-left: 14px; }
dl:not(.facts) dt { font-weight: 600; margin-top: 10px; }
dl:not(.facts) dd { margin: 0 0 4px; }
figure { margin: 26px 0; padding: 16px 16px 12px; background: #ffffff; color: #1d2327; border: 1px solid var(--rule); }
figure h3 { margin: 0 0 10px; }
figure a { color: #005a8c; }
figure svg { display: block; width: 100%; height: auto; }
figure .narrow { display: none; }
figcaption { font-size: 14px; line-height: 1.5; }
figcaption p { margin: 10px 0 0; }
.source { color: #59636b; font-size: 12.5px; }
.scroll { overflow-x: auto; margin: 20px 0; border: 1px solid var(--rule); }
.scroll:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; line-height: 1.4; }
caption { text-align: left; font-weight: 600; padding: 10px 9px; }
caption span { display: inline-block; position: sticky; left: 9px; max-width: calc(100vw - 60px); }
th, td { text-align: left; vertical-align: top; padding: 6px 9px; border-top: 1px solid var(--rule); min-width: 68px; }
thead th { background: var(--tint); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 500; min-width: 132px; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number, td.date { white-space: nowrap; }
td .wrap { white-space: normal; }
td.words { min-width: 230px; }
td code, th code { color: var(--soft); }
code, pre { font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
td code { overflow-wrap: break-word; }
pre { overflow-x: auto; background: var(--tint); border: 1px solid var(--rule); padding: 12px 14px; }
.long { overflow-wrap: anywhere; }
.grade { display: inline-block; min-width: 1.6em; text-align: center; font-weight: 700; border-radius: 3px; }
.grade-A { background: #0072b2; color: #ffffff; } .grade-B { background: #009e73; color: #000000; } .grade-C { background: #e69f00; color: #000000; }
.fail { color: var(--warn); }
.sources li { margin-bottom: 6px; font-size: 14.5px; overflow-wrap: anywhere; }
.sentences { list-style: none; margin: 0; padding: 0; }
.sentences li { border-top: 1px solid var(--rule); padding: 12px 0; }
.sentences p { margin: 0 0 6px; }
.sentences blockquote { margin: 0 0 6px; font-size: 18px; font-style: italic; }
.ties { font-size: 14px; display: flex; flex-wrap: wrap; gap: 4px 16px; }
footer { color: var(--soft); font-size: 13.5px; padding-top: 28px; padding-bottom: 48px; }
@media screen and (min-width: 1000px) { .scroll { width: fit-content; min-width: 100%; max-width: min(1080px, calc(100vw - 48px)); margin-left: 50%; transform: translateX(-50%); } }
@media screen and (max-width: 640px) { .facts { grid-template-columns: repeat(2, 1fr); } figure { margin-left: -8px; margin-right: -8px; padding: 12px 8px; } figure .wide { display: none; } figure .narrow { display: block; max-width: 460px; margin: 0 auto; } h2 { font-size: 21px; } ul { padding-left: 22px; } }
@media print { @page { margin: 16mm 14mm; } :root { color-scheme: light; --ink: #000000; --paper: #ffffff; --tint: #f4f6f8; } body { font-size: 10.5pt; } h1 { font-size: 22pt; } figure svg { width: 88%; max-height: 150mm; margin: 0 auto; } td code, th code { font-size: 7pt; } main, header, footer { max-width: none; padding: 0; } nav, .source a { display: none; } h2, h2 + p, h3, caption { break-after: avoid; } h2 { margin-top: 26px; } h2 + p, figure, tr, .scroll, .sentences li { break-inside: avoid; } .scroll { overflow: visible; border: 0; } table { font-size: 8pt; } th, td { padding: 3px 5px; min-width: 0; } tbody th { min-width: 0; } td.number { white-space: normal; } a { color: inherit; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
