/** Lines that pages and wires put around and between the text of a report. */
const furniture: readonly RegExp[] = [
  /^(?:advertisements?|ad|sponsored(?: content)?|promoted|share(?: this.*)?|save|bookmark|print(?: this.*)?|e-?mail(?: this.*)?|copy link|tweet|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|menu|search|home|log ?in|sign ?(?:in|up)|subscribe.*|newsletters?|skip to .*|back to top|comments?|leave a comment|view comments?|\d+ comments?|listen(?: to this.*)?|watch(?: now| live)?|play(?: video)?|loading\.*|close|cookies?|accept(?: all)?|follow us.*|join us.*|download (?:our|the) app.*|get the app.*|install the app.*|font size.*|text size.*|topics?|tags?|more on this(?: topic| story)?|most (?:read|popular|viewed)|trending(?: now)?|latest(?: news)?|top stories|recommended.*|related(?: (?:topics?|stories|articles?|news|content|links?))?|you may (?:also )?like.*|editor.?s? picks?|read next|up next|next article|previous article|\d+ min(?:ute)?s? read|reading time.*|newsfeed|breaking news|live updates?|end|\(?end\)?|enditem|-+0-+|#{3,}|\*{3,}|_{3,}|[-–—=]{3,}|■|●|all rights reserved\.?|[-–—]\s*ends?\s*[-–—]|end\s*[-–—]|ends|notes? to editors?:?|for immediate release|press release|no\.? ?\d{1,4})$/i,
  /^(?:read (?:more|also|next|full story|the full)|also read|see also|related(?: (?:story|stories|article|news))?|more(?: on| about| from)?|watch(?: here)?|listen|don.?t miss|learn more|click here|tap here|story continues|continue reading|sign up|subscribe|explore more|recommended)\s*(?:[:：>»|–—-]|below\b|here\b)/i,
  /^(?:this (?:story|article|report) (?:was|has been) (?:first )?(?:originally )?(?:published|translated|edited|generated|updated|corrected)|this (?:story|article) (?:is|appeared)|the content is in|for more (?:news|information|stories)|our standards|by clicking|we use cookies|please (?:enable|subscribe)|translated by|to read more|get (?:the )?latest)\b/i,
  /^(?:file photo|photos?|images?|pictures?|video|caption|illustration|graphic)\s*(?:[:：]|by\b|courtesy)/i,
  /^(?:image|photo|picture) (?:source|caption|credit)\b/i,
  /\((?:photos?|images?|pictures?|files?|graphic|video|credit)\s*[:：][^)]{1,80}\)\s*\.?$/i,
  /(?:\bREUTERS\/|\bGetty Images\b|\bAP Photo\b|\bvia AP\)?$|\bvia REUTERS\b|\/AFP\)?$|\bEPA-EFE\b|\bShutterstock\b)/,
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
  /^\(?(?:END|Yonhap|Enditem|More to come|MORE)\)?$/,
  /^(?:copyright\s|©|\(c\)\s)/i,
  // What a desk says of its own changes.
  /^\((?:corrects|adds|updates|recasts|refiles|rewrites|changes|fixes|removes|repeats|clarifies|amends|writes through)\b[^)]*\)$/i,
  /^(?:\S+ )?(?:home|news)(?:\s*[>»/|]\s*[\p{L}& ]{2,30}){1,5}$/iu,
  /^https?:\/\/\S+$/,
  /^\(\(.*\)\)$/,
  // Who wrote and edited it: `jd/mm`, `JD // MM`.
  /^\p{L}{2,3}(?:\s*\/{1,2}\s*\p{L}{2,4}){1,3}$/u,
  /^(?:(?:media |press )?contacts?|for (?:further|more) information|media (?:enquiries|inquiries)|editors?)\s*[:：]/i,
];

/** Whether a line is of the page and not of the report. */
export function isFurniture(line: string): boolean {
  // A caption may be long, but no paragraph of a report is a single word of a menu.
  const bare = line.replace(/^[•·▪◦*►▶‣>\s-]+/, '').trim();
  if (bare === '') return true;
  return bare.length <= 400 && furniture.some((pattern) => pattern.test(bare));
}
