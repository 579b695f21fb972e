import { applyTheme, readTheme } from './theme/choice.ts';

// Stands in the head and is waited for: a page that turned dark after it was drawn would flash.
applyTheme(readTheme());
