/** For paper: black on white, a size that is easy to read, and nothing cut in two. */
export const PRINT_STYLES = `
@page { margin: 18mm; }
body { margin: 0; color: #000; background: #fff; font: 12pt/1.45 "IBM Plex Sans", "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 8pt; }
h2 { font-size: 13pt; margin: 16pt 0 6pt; break-after: avoid; }
p { margin: 0 0 7pt; orphans: 3; widows: 3; }
dl { display: grid; grid-template-columns: 34% 1fr; gap: 4pt 10pt; margin: 8pt 0; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
.label { border: 1pt solid #000; padding: 4pt 8pt; font-weight: 600; display: inline-block; margin-bottom: 12pt; }
.small { font-size: 9pt; overflow-wrap: anywhere; }
.signature { display: grid; grid-template-columns: 1fr 2fr; gap: 14mm; margin-top: 22mm; break-inside: avoid; }
.signature span { border-top: 1pt solid #000; padding-top: 3pt; font-size: 9pt; }
`;
