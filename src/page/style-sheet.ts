/** What the one file adds to the style of the report: cards, verdicts, sliders, the bar with the language, print. */
export const PAGE_STYLE = `
[hidden] { display: none; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.bar { max-width: 780px; margin: 0 auto; padding: 12px 16px 0; display: flex; justify-content: flex-end; min-height: 44px; }
.bar p { margin: 0; }
.edition header { padding-top: 4px; }
button, .downloads a { font: inherit; font-size: 14px; line-height: 1.3; padding: 7px 12px; min-height: 34px; border: 1px solid #59636b; border-radius: 4px; background: transparent; color: inherit; cursor: pointer; text-decoration: none; display: inline-block; }
button:hover, .downloads a:hover { background: #e8edf1; color: #1d2327; }
button:focus-visible, input:focus-visible, .downloads a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
figure button:focus-visible, figure input:focus-visible, figure a:focus-visible, figure summary:focus-visible { outline-color: #005a8c; }
button[aria-pressed="true"] { background: #1d2327; color: #ffffff; border-color: #1d2327; }
.downloads { list-style: none; display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0 0; padding: 0; }
.downloads a { color: #1d2327; }
.grade-line { color: #1d2327; font-size: 13px; }
.rows { color: var(--soft); font-size: 13px; }
.citation { color: #59636b; font-size: 12.5px; overflow-wrap: anywhere; }
.alt { margin-top: 10px; font-size: 13px; }
.alt p { margin: 6px 0 0; }
.soft { color: var(--soft); font-size: 14px; }
.claim { border: 1px solid var(--rule); padding: 4px 16px 12px; margin: 16px 0; }
.claim h3 { margin: 12px 0 6px; }
.claim p { margin: 8px 0; }
.claimed { font-size: 15px; color: var(--soft); }
.verdict { display: inline-block; font-weight: 600; font-size: 13.5px; padding: 1px 8px; border-radius: 3px; border: 1px solid var(--ink); }
.verdict-yes { background: #006b4f; color: #ffffff; border-color: #006b4f; } .verdict-no { background: #8f2d00; color: #ffffff; border-color: #8f2d00; }
.verdict-caveat { background: #005a8c; color: #ffffff; border-color: #005a8c; } .verdict-open { background: var(--tint); color: var(--ink); }
.live .control { display: grid; grid-template-columns: 1fr auto; gap: 2px 12px; margin: 12px 0; font-size: 15px; }
.live .control input { grid-column: 1 / -1; width: 100%; height: 30px; margin: 0; accent-color: #005a8c; }
.live .control output { font-weight: 700; font-variant-numeric: tabular-nums; }
.live .presets { border: 0; margin: 0 0 12px; padding: 0; display: flex; flex-wrap: wrap; gap: 8px; }
.live .presets legend { padding: 0; font-size: 14px; margin-bottom: 6px; }
.live .scroll { background: #ffffff; }
.live table output { font-variant-numeric: tabular-nums; font-weight: 600; }
.live thead th { background: #f4f6f8; }
@media (max-width: 640px) { .verdict { font-size: 12px; padding: 1px 5px; } }
@media (max-width: 559px) { .live th, .live td { padding: 6px 5px; min-width: 0; } }
@media print {
  .bar, details:not([open]), .downloads, .live .presets, .live .control input { display: none; }
  .claim, .live { break-inside: avoid; }
  .source a { display: inline; }
  figure svg { width: 76%; max-height: 128mm; } section:first-of-type figure svg { width: 60%; }
  section:first-of-type h2 { margin-top: 14px; } section:first-of-type figure { margin: 12px 0; }
  .claim { font-size: 9.5pt; padding-bottom: 4px; } .claim p { margin: 5px 0; }
  .verdict { color: #000000; background: transparent; border-color: #000000; }
}
`;
