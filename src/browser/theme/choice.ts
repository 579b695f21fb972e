import { keep, readKept } from '../main/kept.ts';

/** What a reader chose; `auto` follows the system. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The reader's choice. */
export function readTheme(): Theme {
  const kept = readKept('theme');
  return themes.find((theme) => theme === kept) ?? 'auto';
}

/** Keeps the choice for the next page. */
export function keepTheme(theme: Theme): void {
  keep('theme', theme === 'auto' ? null : theme);
}

/** The style sheet has the rest. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}
