/** The moment that samples describe where none is given, so that a demo is the same every time. */
export const SAMPLE_NOW = new Date('2026-11-20T12:00:00.000Z');
