import { findAgency } from './agencies.ts';

/** Lines that pages and wires put around and between the text of a report. */
const furniture: readonly RegExp[] = [
  /^(?:advertisements?|ad|sponsored(?: content)?|promoted|share(?: this.*)?|send|like|save|save articles? .*|bookmark|print(?: this.*)?|e-?mail(?: this.*)?|copy link|tweet|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|menu|search|home|log ?in|sign ?(?:in|up)|sign up (?:to|for) .{2,60}|(?:skip past|after) newsletter promotion|receive (?:daily|our|the) .{2,40}(?:updates|newsletter|inbox).*|subscribe.*|newsletters?|skip to .*|back to top|comments?|leave a comment|view comments?|\d+ comments?|listen(?: to this.*)?|watch(?: now| live)?|play(?: video)?|loading\.*|close|cookies?|accept(?: all)?|follow us.*|join us.*|download (?:our|the) (?:[\w ]{1,20} )?app\b.*|get the app.*|install the app.*|font size.*|text size.*|topics?|tags?|keywords?|transcript|more on this(?: topic| story)?|most (?:read|popular|viewed)|trending(?: now)?|latest(?: (?:news|headlines|stories))?|more from .{2,40}|read later|link copied|top stories|recommended.*|=*related(?: (?:topics?|stories|articles?|news|content|coverage|links?))?:?|you may (?:also )?like.*|editor.?s? picks?|read next|up next|next article|previous article|\d+ min(?:ute)?s? read|reading time.*|newsfeed|breaking news|live updates?|end|\(?end\)?|end of (?:transcript|text|release|statement)|enditem(?:\/\w{1,3})?|-+0-+|#{3,}|\*{3,}|_{3,}|[-–—=]{3,}|■|●|all rights reserved\.?|[-–—]\s*ends?\s*[-–—]|end\s*[-–—]|ends|notes? to editors?:?|for immediate release|(?:press|media) release(?:\s+(?:no|ref)\b.{0,40})?|no\.? ?\d{1,4})$/i,
  /^(?:read (?:more|also|next|full story|the full)|also read|see also|related(?: (?:story|stories|article|news))?|more(?: on| about| from)?|watch(?: here)?|listen|don.?t miss|learn more|click here|tap here|story continues|continue reading|sign up|subscribe|explore more|recommended)\s*(?:[:：>»|–—-]|below\b|here\b)/i,
  /^\(?(?:this (?:story|article|report) (?:was|has (?:not )?been) (?:first )?(?:originally )?(?:published|translated|edited|generated|updated|corrected)|this (?:story|article) (?:is|appeared)|the content is in|for more (?:news|information|stories)|our standards|by clicking|we use cookies|please (?:enable|subscribe)|translated by|to read more|get (?:the )?latest)\b/i,
  /^(?:file photo|photos?|images?|pictures?|video|caption|illustration|graphic)\s*(?:[:：]|by\b|courtesy)/i,
  /^(?:image|photo|picture) (?:source|caption|credit)\b/i,
  /\((?:photos?|images?|pictures?|files?|graphic|video|credit)\s*[:：][^)]{1,80}\)\s*\.?$/i,
  /(?:\bREUTERS\/|\bGetty Images\b|\bAP Photo\b|\bvia AP\)?$|\bvia REUTERS\b|\/AFP\)?$|\bEPA-EFE\b|\bShutterstock\b)/,
  // `By Jane Doe (jane@example.org)`, not the end of a sentence
  /^(?![^@]{0,80}\p{Ll}[.!?]\s)(?:[\p{L} .'’-]{3,60}[\s(<[]+)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>\]]?$/u,
  /^\(?(?:END|Yonhap|Enditem|More to come|MORE)\)?$/,
  /^[([]?(?:copyright\s|©|\(?c\)\s)/i,
  /^(?:list (?:of \d+ items?|\d+ of \d+.*)|end of list)$/i,
  // How far an alert may be passed on.
  /^TLP\s*:\s*[a-z+]+$/i,
  // What a desk says of its own changes.
  /^\((?:attn\b|corrects|adds|updates|recasts|refiles|rewrites|changes|fixes|removes|repeats|clarifies|amends|writes through)\b[^)]*\)$/i,
  // Where a page stands in its site.
  /^(?:\S+ )?(?:home|news)(?:\s*[>»›/|]\s*[\p{L}& ]{2,30}){1,5}(?:\s*[>»›/|]\s*.{2,120})?$/iu,
  /^\p{Lu}[\p{L}& ]{2,30}(?:\s*[>»›]\s*\p{Lu}[^>»›]{2,60}){1,5}$/u,
  /^(?:https?:\/\/|www\.)\S+$/i,
  // Numbers of stories and pages, times without a day.
  /^\d{1,5}(?:\*{1,2}\d{1,5})?$/,
  /^\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*\(?(?:[A-Z]{2,4})?\)?$/i,
  // Numbers of releases: `123/24`, `No. 12/2024`.
  /^(?:(?:no|nr|ref|n°|№)[.:]? ?)?(?:[A-Z]{1,4}[ -]?)?\d{1,5}\/\d{2,4}$/i,
  /^(?:\d{1,2}[:.]\d{2}\s*(?:(?:hrs|local time|gmt|utc)\s*)+){1,2}$/i,
  /^(?:actualizado|publicado|mis à jour|publié|aktualisiert|aggiornato|pubblicato|atualizado)\b[^.!?]{0,12}\d{1,2}[:.h]\d{2}\s*(?:h|hs|hrs|uhr)?\.?$/iu,
  /^\d{1,2}\/\d{1,2}\/\d{4}(?:[ ,|-]+\d{1,2}[:.]\d{2}.{0,12})?$/,
  /^\(\(.*\)\)$/,
  // Who wrote and edited it: `jd/mm`, `JD // MM`.
  /^\p{L}{2,3}(?:\s*\/{1,2}\s*\p{L}{2,4}){1,3}$/u,
  /^dpa(?: \p{Ll}{2,4}){1,5}$/u,
  /^(?:#+ )?(?:dpa-Noti\p{L}+|dpa-Notebook|Editorial contacts)$/u,
  // Pictures and films that an agency has with it: `(foto) (vídeo)`
  /^(?:[([](?:fotos?|photos?|v[ií]deos?|audio)[)\]]\s*)+$/iu,
  /^\(?(?:with|from) (?:(?:agency|agencies|wire|bureau) inputs?|inputs? from (?:the )?agencies)\)?\.?$/i,
  /^(?:riproduzione riservata|tutti i diritti riservati|(?:todos los )?derechos reservados|alle rechte vorbehalten|tous droits réservés|todos os direitos reservados)(?!\p{L})/iu,
  /^(?:join (?:us|our|[\p{L}.’' ]{2,30}['’]s) .*\b(?:whatsapp|telegram|channel|newsletter)\b.*|(?:send|give|share)(?: us)? your (?:feedback|thoughts|views).*)$/iu,
  // What agencies say of themselves below each report.
  /^(?:Anadolu Agency website contains only|BERNAMA provides up-to-date|While (?:citing|quoting) and using any materials)\b/i,
  // Who edited it, and what an agency tells its desks.
  /^[[(（【]?(?:redaktur|penyunting|editör|redaktor(?:ka)?|redakteur(?:in)?|redacteur|rédact(?:eur|rice)|редактор|編集|编辑|編輯|責任編輯|责任编辑|责编|المحرر|تحرير|biên tập|บรรณาธิการ)\s*[:：]/iu,
  // The desk, which is no author.
  /^(?:(?:da |de la |la |dalla )?reda(?:cción|ção|zione|ktion|ction|kcja|kce)(?:,? (?:em|en|a|in) .{2,30})?|(?:our )?(?:staff|special|own) (?:correspondent|reporter|writer)|(?:news|web|online|city|national) desk)$/iu,
  /^(?:source text for [\w ]{2,30}|further company coverage|newsroom)\s*:/i,
  /^(?:(?:media |press )?contacts?|for (?:further|more) information|media (?:enquiries|inquiries)|editors?|translators?)\s*[:：]/i,
];

/** What a caption says of its picture, and whom it names for it. */
const captions: readonly RegExp[] = [
  /^FILE\s*(?:PHOTO\s*)?[-–—:]\s/,
  /\bFile Photo$/,
  /\b(?:PHOTO|Photo|IMAGE|Image|PICTURE|VIDEO|GRAPHIC|CREDIT|Credit)S?\s*:\s*\p{Lu}[\p{L}\p{M} .,/&'’-]{1,60}$/u,
  /^[([]?(?:(?:this|an?|in this|the above) )?(?:(?:undated|aerial|combined|combination|file|handout|composite|drone) )*(?:photo|image|picture) (?:(?:taken|provided|released|captured|distributed|obtained)\b.{0,80}\bshows?\b|shows\b.{3,200}\bon \p{Lu}\p{L}+\.? \d)/iu,
];
/** `(Xinhua/Jane Doe)`, `(Reuters: Jane Doe)` at the end of a line. */
const pictureCredit =
  /\((?<agency>\p{Lu}[\p{L} ]{1,30})(?:\/|: )(?<name>\p{Lu}[^()/]{1,50})\)\.?$/u;

function isCaption(line: string): boolean {
  if (captions.some((pattern) => pattern.test(line))) return true;
  const { agency = '', name = '' } = pictureCredit.exec(line)?.groups ?? {};
  return findAgency(agency) !== null && findAgency(name) === null;
}

/** Whether a line is of the page and not of the report. */
export function isFurniture(line: string): boolean {
  // A caption may be long, but no paragraph of a report is a single word of a menu.
  const bare = line.replace(/^[•·▪◦*►▶‣♦>\s-]+/, '').trim();
  if (bare === '') return true;
  return bare.length <= 400 && (furniture.some((pattern) => pattern.test(bare)) || isCaption(bare));
}
