/** What can be listed. In a file of its own, so that the command line knows it without what lists. */
export const listKinds = ['articles', 'drafts', 'actors', 'topics', 'stories'] as const;
export type ListKind = (typeof listKinds)[number];
