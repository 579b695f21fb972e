const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun';
const months =
  'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec';

/** Titles that stand before a name. */
export const titles: ReadonlySet<string> = new Set(
  'President Minister Secretary General Chancellor King Queen Prince Princess Premier Chairman Chairwoman Spokesman Spokeswoman Spokesperson Senator Governor Mayor Professor Colonel Captain Major Lieutenant Admiral Marshal Ambassador Chief Leader Commander Sheikh Ayatollah Pope Bishop Mr Mrs Ms Dr Sir Gen Col Lt Adm Sen Rep Gov Prof Mr. Mrs. Ms. Dr. Gen. Col. Lt. Adm. Sen. Rep. Gov. Prof. Maj. Capt. Sgt.'.split(
    ' ',
  ),
);

/** Words that begin sentences, and have a capital for no other reason. */
export const starters: ReadonlySet<string> = new Set(
  `${days} The A An In On At It He She They We I But And Or As For From With After Before While When Where What Who Why How If There This That These Those His Her Their Our Its Meanwhile However According Earlier Later Last Both Some Many Most More All Also Other Others Officials Analysts Experts Residents Witnesses State Media No Not One Two Three Four Five Six Seven Eight Nine Ten By To Of Since Under Over During Despite Although Though Because Then Now Here You Your My Yes Thousands Hundreds Dozens Several Another Each Every Such Still Only Just Even Today Yesterday Tomorrow Separately Additionally Nevertheless Instead Moreover Previously Currently Recently Local Authorities Police Government Military Troops Following Speaking Asked Citing Quoting Former Prime Foreign Defence Defense Deputy Vice Interior Finance Trade Transport Supreme Opposition`.split(
    ' ',
  ),
);

/** Words that are no names by themselves. */
export const noNames: ReadonlySet<string> = new Set([
  ...titles,
  ...starters,
  ...months.split(' '),
  ...'English Chinese Russian American British French German Korean Japanese Arab Arabic Western European African Asian Muslim Christian Jewish South North East West Northern Southern Eastern Western God Ministry Council Department Parliament Court Committee Army Navy Cabinet Congress Senate Internet Covid COVID-19 AI GMT UTC'.split(
    ' ',
  ),
]);
