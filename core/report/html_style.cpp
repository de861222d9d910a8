#include "core/report/html_style.h"

namespace anchorscope::report {

// Colours: the palette of the design, computed for a contrast of at least 4.5 and for the three colour-vision
// deficiencies. No angle bracket that opens and no ampersand: the file is XML, too.
std::string_view html_style() {
    return R"(
:root { color-scheme: light dark;
  --window: #EFF2F5; --panel: #FFFFFF; --header: #F4F6F8; --line: #DCE1E7; --text: #1B1F24; --second: #58616C;
  --accent: #34618F; --verified: #0F715C; --not-final: #1051CB; --warning: #8A5F00; --mismatch: #9A1B08;
  --not-checked: #3F4650; --sign: #FFFFFF; }
@media (prefers-color-scheme: dark) { :root {
  --window: #0F1215; --panel: #16191D; --header: #1E2227; --line: #2B3138; --text: #E6E8EB; --second: #A0A9B4;
  --accent: #8FB8E8; --verified: #5FE8D0; --not-final: #4DA3FF; --warning: #FAC542; --mismatch: #F0714A;
  --not-checked: #8A97A6; --sign: #16191D; } }
* { box-sizing: border-box; }
html { background: var(--window); }
body { margin: 0 auto; padding: 24px 20px 40px; max-width: 1120px; color: var(--text);
  font: 14px/1.5 "Noto Sans", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.mono, .more, .mono .more { font-family: "JetBrains Mono", ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 12px; font-variant-ligatures: none; overflow-wrap: anywhere; }
.sprite { display: none; }
.icon { width: 1.15em; height: 1.15em; margin-right: 0.45em; vertical-align: -0.2em; flex: none; }
.sign { fill: none; stroke: var(--sign); stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; }
.ring { fill: none; stroke: currentColor; stroke-width: 1.9; stroke-linecap: round; }
.icon.verified { color: var(--verified); } .icon.not_final { color: var(--not-final); }
.icon.warning { color: var(--warning); } .icon.mismatch { color: var(--mismatch); }
.icon.not_checked { color: var(--not-checked); }
.strong { font-weight: 600; }
.muted { color: var(--second); }
.strong.mismatch { color: var(--mismatch); } .strong.warning { color: var(--warning); }
.banner { display: flex; gap: 18px; padding: 20px 24px; border-radius: 8px; align-items: flex-start;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.banner .icon { width: 44px; height: 44px; margin: 2px 0 0; color: inherit; }
.banner h1 { margin: 0; font-size: 23px; line-height: 1.3; font-weight: 700; overflow-wrap: anywhere; }
.banner p { margin: 6px 0 0; overflow-wrap: anywhere; }
.banner .subject { font-size: 12.5px; }
.banner.verified { background: #DDF3EE; color: #0A4A3C; --sign: #DDF3EE; }
.banner.not_final { background: #E1ECFB; color: #0B3A93; --sign: #E1ECFB; }
.banner.warning { background: #FDF0D2; color: #5C3F00; --sign: #FDF0D2; }
.banner.mismatch { background: #9A1B08; color: #FFFFFF; --sign: #9A1B08; }
@media (prefers-color-scheme: dark) {
  .banner.verified { background: #0F3A33; color: #9CEBD8; --sign: #0F3A33; }
  .banner.not_final { background: #12305A; color: #C2DAFF; --sign: #12305A; }
  .banner.warning { background: #453107; color: #FFD98C; --sign: #453107; }
  .banner.mismatch { background: #F0714A; color: #1A0B05; --sign: #F0714A; } }
section { margin-top: 16px; padding: 16px 20px 18px; background: var(--panel); border: 1px solid var(--line);
  border-radius: 8px; }
h2 { margin: 0 0 8px; font-size: 16px; line-height: 1.4; }
.lead, .left-out { margin: 0 0 10px; color: var(--second); }
.left-out { margin: 12px 0 0; padding: 8px 12px; border-left: 3px solid var(--warning); color: var(--text); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 7px 10px; text-align: left; vertical-align: top; overflow-wrap: anywhere;
  border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
thead th { background: var(--header); color: var(--second); font-size: 12px; font-weight: 600;
  border-bottom: 1px solid var(--line); white-space: nowrap; }
.facts th { width: 22%; font-weight: 400; }
.more { color: var(--second); font-size: 11px; margin-top: 2px; white-space: pre-wrap; }
td.mono { line-height: 21px; }
.mono { font-variant-numeric: tabular-nums; }
.ladder td:nth-child(1) { width: 11%; } .ladder td:nth-child(2) { width: 17%; }
.ladder td:nth-child(4) { width: 19%; }
.inputs td:nth-child(3) { text-align: right; white-space: nowrap; }
.inputs th:nth-child(3) { text-align: right; }
.inputs td:nth-child(1) { width: 10%; } .inputs td:nth-child(4) { width: 50%; }
.notes td:nth-child(1) { width: 6%; } .notes td:nth-child(2) { width: 32%; }
.findings td:nth-child(1) { width: 13%; } .findings td:nth-child(2) { width: 24%; }
.states td:nth-child(1) { width: 6%; } .states td:nth-child(2) { width: 10%; } .states .mono { font-size: 10.5px; }
.states td, .states th { padding-left: 6px; padding-right: 6px; }
.blocks td:nth-child(1) { width: 11%; } .blocks td:nth-child(2) { width: 48%; }
.digests td:nth-child(1) { width: 17%; } .digests td:nth-child(3) { width: 52%; }
.tree { overflow-x: auto; }
.tree details > details, .tree details > .leaf { margin-left: 9px; padding-left: 12px;
  border-left: 1px solid var(--line); }
.tree summary, .tree .leaf { padding-top: 3px; padding-bottom: 3px; }
.tree summary { cursor: pointer; border-radius: 6px; }
.tree .leaf { text-indent: 0; padding-left: 28px; }
.tree details > .leaf { padding-left: 28px; }
.tree summary:hover { background: var(--header); }
.tree summary:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.tree span { margin-right: 6px; }
.tree .mono { color: var(--second); }
.tree .depth { color: var(--second); font-size: 12px; }
a { color: var(--accent); }
a.note { font-size: 12px; padding: 1px 8px; border: 1px solid var(--line); border-radius: 9px; text-decoration: none; }
.closing { margin: 20px 4px 0; color: var(--second); max-width: 85ch; }
footer { margin: 14px 4px 0; color: var(--second); font-size: 12px; overflow-wrap: anywhere; }
@media print {
  :root { color-scheme: light;
    --window: #FFFFFF; --panel: #FFFFFF; --header: #F4F6F8; --line: #C8CFD7; --text: #000000; --second: #444C56;
    --accent: #34618F; --verified: #0F715C; --not-final: #1051CB; --warning: #8A5F00; --mismatch: #9A1B08;
    --not-checked: #3F4650; --sign: #FFFFFF; }
  @page { size: A4; margin: 16mm 14mm 18mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .mono { font-size: 8pt; } .more { font-size: 6.8pt; } .states .mono, .digests .mono, .blocks .mono { font-size: 7pt; }
  section { border: 0; padding: 0; margin-top: 8mm; }
  h2, .lead, thead { break-after: avoid; }
  thead { display: table-header-group; }
  tr, .leaf, summary { break-inside: avoid; }
  .tree { overflow: visible; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .banner { border-radius: 0; }
}
)";
}

std::string_view html_shapes() {
    return R"(<svg class="sprite" aria-hidden="true">
<symbol id="i-verified" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" fill="currentColor"/><path class="sign" d="M4.6 8.3 7 10.7l4.5-5"/></symbol>
<symbol id="i-not_final" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.6"/><path class="ring" d="M8 4.4V8l2.4 1.6"/></symbol>
<symbol id="i-warning" viewBox="0 0 16 16"><path fill="currentColor" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" d="M8 1.8 15 14H1z"/><path class="sign" d="M8 6v3.6"/><path class="sign" d="M8 12v.1"/></symbol>
<symbol id="i-mismatch" viewBox="0 0 16 16"><path fill="currentColor" d="M5 .5h6L15.5 5v6L11 15.5H5L.5 11V5z"/><path class="sign" d="m5.3 5.3 5.4 5.4M10.7 5.3l-5.4 5.4"/></symbol>
<symbol id="i-not_checked" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.6" stroke-dasharray="2.2 2.4"/><path class="ring" d="M5.6 8h4.8"/></symbol>
</svg>
)";
}

} // namespace anchorscope::report
