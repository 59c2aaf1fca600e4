/** The one XML escaper; it lives with the diagrams, which may not import the report. */
export { escapeXml } from '../../diagram/xml.ts';
