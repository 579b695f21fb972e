import { applyTheme, keepTheme, readTheme, themes } from '../theme/choice.ts';
import { element } from './element.ts';
import { speech, words } from './words.ts';

/** A button in the head of the page that goes through the three choices. */
export function addThemeButton(): void {
  const head = document.querySelector('.mast');
  if (head === null) return;
  let theme = readTheme();
  const attributes = { type: 'button', class: 'tool theme', ...speech };
  const button = element('button', attributes, words.theme[theme]);
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
    keepTheme(theme);
    applyTheme(theme);
    button.textContent = words.theme[theme];
  });
  head.append(button);
}
