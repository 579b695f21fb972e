import { addThemeButton } from './main/themeButton.ts';

addThemeButton();
