/** What `check` prints: for people, one object a line, SARIF 2.1.0, annotations of GitHub. */
export const checkFormats = ['text', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof checkFormats)[number];
