/** The source of a limit that no AWS document states. */
export const PROPOSAL = 'Proposal of the rule catalogue, no outside source; tune it';
