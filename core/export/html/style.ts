/** How the page looks: on screens light and dark, and on paper. */

export const STYLE = `
:root { color-scheme: light dark; --ink: #1d1b18; --second: #4f4b44; --paper: #fff; --line: #c9c4ba; --link: #0b4a57; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8e1; --second: #bdb7ac; --paper: #191817; --line: #55514a; --link: #8fd0de; }
}
* { box-sizing: border-box; }
html { font: 1.0625rem/1.6 "Source Serif 4", "Source Serif Pro", Charter, Georgia, serif; color: var(--ink); background: var(--paper); }
body { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; margin: 2rem 0 0.5rem; }
h1 { font-size: 1.8rem; margin-top: 0; }
h2 { font-size: 1.35rem; }
h3 { font-size: 1.1rem; }
h4 { font-size: 1rem; font-style: italic; font-weight: 600; }
p { margin: 0 0 0.8rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
sup, sub { font-size: 0.72em; line-height: 0; }
sup a { text-decoration: none; padding: 0.35em 0.1em; }
.skip { position: absolute; left: -999rem; background: var(--paper); padding: 0.5rem 1rem; }
.skip:focus { left: 1rem; top: 1rem; }
header { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
header p { margin: 0 0 0.25rem; color: var(--second); font-size: 0.92rem; }
header .authors { color: var(--ink); font-size: 1.05rem; margin: 0.75rem 0; }
nav { border-bottom: 1px solid var(--line); padding: 0.25rem 0 1rem; font-size: 0.92rem; }
nav h2 { font-size: 1rem; margin: 0.75rem 0 0.25rem; }
nav ul { columns: 16rem 2; margin: 0; padding-left: 1.2rem; }
nav a { display: inline-block; padding: 0.2rem 0; }
.statement h2 { font-size: 1.05rem; margin-top: 1.5rem; }
.small-caps { font-variant-caps: small-caps; }
figure, .table { margin: 1.5rem 0; }
.panels { display: grid; gap: 0.75rem; }
.across-2 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.across-3 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.across-4 { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.panel-head { margin: 0 0 0.25rem; font-size: 0.85rem; font-weight: 600; }
img { display: block; max-width: 100%; height: auto; }
.chart svg { display: block; max-width: 100%; height: auto; background: #fff; }
.chart text { font-family: inherit; }
figcaption, caption { font-size: 0.9rem; line-height: 1.45; color: var(--second); text-align: left; padding: 0.4rem 0; }
.table { overflow-x: auto; }
table { border-collapse: collapse; min-width: 60%; font-size: 0.9rem; line-height: 1.4; border-block: 1.5px solid var(--ink); }
caption { caption-side: top; }
thead { border-bottom: 1px solid var(--ink); }
th, td { padding: 0.3rem 0.75rem 0.3rem 0; text-align: left; vertical-align: top; }
thead th { vertical-align: bottom; }
tbody th { font-weight: inherit; }
.right { text-align: right; font-variant-numeric: lining-nums tabular-nums; }
.center { text-align: center; }
.bibliography { padding: 0; list-style: none; font-size: 0.92rem; }
.bibliography li { margin: 0 0 0.5rem; padding-left: 1.5rem; text-indent: -1.5rem; }
.bibliography.numbered li { display: grid; grid-template-columns: 2.5rem minmax(0, 1fr); padding: 0; text-indent: 0; }
.back { padding: 0.2rem 0.35rem; }
:target { background: color-mix(in srgb, var(--link) 14%, transparent); }
@media print {
  :root { --ink: #000; --second: #333; --paper: #fff; --line: #999; --link: #000; color-scheme: light; }
  html { font-size: 11pt; line-height: 1.45; }
  body { max-width: none; padding: 0; }
  nav, .skip, .back { display: none; }
  a { text-decoration: none; }
  h1, h2, h3, h4 { break-after: avoid; }
  figure, tr, .bibliography li { break-inside: avoid; }
  thead { display: table-header-group; }
  .table { overflow: visible; }
  p { orphans: 2; widows: 2; }
  @page { margin: 22mm; }
}
`;

/** SHA-256 of {@link STYLE}, by which the page's policy knows it; a test holds the two together. */
export const STYLE_HASH = 'sha256-eTHEycVax31AsUL1+FkkrKPPMyG6bEoyjIzK3yzZyyo=';
