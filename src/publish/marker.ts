/** A file in each output folder, so that no build throws away a folder of somebody else's. */
export const markerFile = '.dateline';
export const markerText = 'Made by Dateline. The next build replaces this folder.\n';
