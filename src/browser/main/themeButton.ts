import { applyTheme, keepTheme, readTheme, themes } from '../theme/choice.ts';
import { element } from './element.ts';
import { words } from './words.ts';

/** A button in the head of the page that goes through the three choices. */
export function addThemeButton(): void {
  const head = document.querySelector('.mast');
  if (head === null) return;
  const button = element('button', { type: 'button', class: 'tool theme' });
  const show = (): void => {
    button.textContent = words.theme[readTheme()];
  };
  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(readTheme()) + 1) % themes.length] ?? 'auto';
    keepTheme(next);
    applyTheme(next);
    show();
  });
  show();
  head.append(button);
}
