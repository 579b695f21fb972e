import { addCopyLinks } from './main/copyLinks.ts';
import { addKeys } from './main/keys.ts';
import { addKeysButton } from './main/keysDialog.ts';
import { markNew } from './main/newMarks.ts';
import { addPreviews } from './main/previews.ts';
import { addThemeButton } from './main/themeButton.ts';

addThemeButton();
markNew();
addCopyLinks();
addKeys();
addKeysButton();
addPreviews();
