/**
 * Colours of diagrams, for the page and for a file of its own: categories, access of subnets, kinds of arrows. Text and
 * surfaces differ between schemes, hues keep their meaning. Every text keeps a contrast of 4.5 to its ground.
 */
export const DIAGRAM_STYLE = `
.diagram-svg { --d-ink: #1d2430; --d-quiet: #57616e; --d-card: #ffffff; --d-line: #c9ccd1; --d-vpc: #f7f8f9; --d-zone: #9aa3ae; --d-public: #fdf3e4; --d-public-line: #d99a45; --d-public-ink: #83490a; --d-private: #eaf3ee; --d-private-line: #74a98a; --d-private-ink: #22603a;
  --d-isolated: #e9eff8; --d-isolated-line: #86a4cd; --d-isolated-ink: #2b5287; --d-unknown: #f2edf8; --d-unknown-line: #a98fce; --d-unknown-ink: #64468c; --d-open: #b3261e; --d-restricted: #9a6200; --d-traffic: #55606e; --d-permitted: #7b6a9c;
  --d-compute: #c2610c; --d-entry: #6b3fa8; --d-data: #1f5fa8; --d-beside: #2f7a4f; --d-outside: #4b5563; font-family: "Inter", ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
@media screen and (prefers-color-scheme: dark) { .diagram-svg { --d-ink: #e8ebef; --d-quiet: #aab3bf; --d-card: #232b35; --d-line: #46505d; --d-vpc: #1c232c; --d-zone: #66717f; --d-public: #33291a; --d-public-line: #a8752f; --d-public-ink: #f1bd78; --d-private: #1b2d24; --d-private-line: #4e8465; --d-private-ink: #92d2ab;
  --d-isolated: #1c2939; --d-isolated-line: #52749f; --d-isolated-ink: #a5c6f0; --d-unknown: #2b2439; --d-unknown-line: #7d64a6; --d-unknown-ink: #ccb3f0; --d-open: #ff8b80; --d-restricted: #eab566; --d-traffic: #a3adb9; --d-permitted: #b7a5dc; } }
.diagram-svg text { fill: var(--d-quiet); font-size: 10px; }
.d-box rect { fill: var(--d-vpc); stroke: var(--d-line); stroke-width: 1.2; } .d-box .d-head { fill: var(--d-ink); font-size: 12px; font-weight: 600; }
.d-zone > rect { fill: none; stroke: var(--d-zone); stroke-dasharray: 5 4; } .d-box.d-zone .d-head { fill: var(--d-quiet); font-weight: 500; } .d-region > rect { stroke-dasharray: 2 3; }
.d-subnet .d-tag { stroke: none; } .diagram-svg .d-tag-text { font-size: 10px; font-weight: 600; fill: var(--d-card); } .d-subnet .d-head { font-size: 11.5px; font-weight: 550; }
.d-subnet.d-public > rect { fill: var(--d-public); stroke: var(--d-public-line); } .d-subnet.d-public .d-tag { fill: var(--d-public-ink); } .d-subnet.d-private > rect { fill: var(--d-private); stroke: var(--d-private-line); } .d-subnet.d-private .d-tag { fill: var(--d-private-ink); }
.d-subnet.d-isolated > rect { fill: var(--d-isolated); stroke: var(--d-isolated-line); } .d-subnet.d-isolated .d-tag { fill: var(--d-isolated-ink); } .d-subnet.d-unknown > rect { fill: var(--d-unknown); stroke: var(--d-unknown-line); stroke-dasharray: 4 3; } .d-subnet.d-unknown .d-tag { fill: var(--d-unknown-ink); }
.d-card { fill: var(--d-card); stroke: var(--d-line); stroke-width: 1.2; } .d-exposed-open .d-card { stroke: var(--d-open); stroke-width: 2.2; } .d-exposed-restricted .d-card { stroke: var(--d-restricted); stroke-width: 2; stroke-dasharray: 6 3; }
.d-off { opacity: 0.62; } .diagram-svg .d-title { fill: var(--d-ink); font-size: 12px; font-weight: 600; } .diagram-svg .d-line { font-size: 10px; }
.d-tile path { fill: none; stroke: #ffffff; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; } .d-compute rect { fill: var(--d-compute); } .d-entry rect { fill: var(--d-entry); } .d-data rect { fill: var(--d-data); } .d-beside rect { fill: var(--d-beside); } .d-outside rect { fill: var(--d-outside); }
.d-edge { fill: none; stroke-width: 1.6; } .d-edge-open { stroke: var(--d-open); stroke-width: 2.1; } .d-edge-restricted { stroke: var(--d-restricted); stroke-dasharray: 7 3; } .d-edge-traffic { stroke: var(--d-traffic); } .d-edge-permitted { stroke: var(--d-permitted); stroke-dasharray: 2 4; }
.d-head-open { fill: var(--d-open); } .d-head-restricted { fill: var(--d-restricted); } .d-head-traffic { fill: var(--d-traffic); } .d-head-permitted { fill: var(--d-permitted); }
.d-label rect { fill: var(--d-card); opacity: 0.92; } .diagram-svg .d-label text { font-size: 10.5px; font-weight: 600; fill: var(--d-traffic); } .diagram-svg .d-label-open text { fill: var(--d-open); } .diagram-svg .d-label-restricted text { fill: var(--d-restricted); }
@media print { .diagram-svg { print-color-adjust: exact; } }
`;
