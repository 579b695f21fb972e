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

/** Days and months, in small letters. */
export const daysAndMonths: ReadonlySet<string> = lower([...days.split(' '), ...months.split(' ')]);

/** Names of months, in small letters. */
export const monthNames: ReadonlySet<string> = lower(months.split(' '));

/** Titles that stand before a name, in small letters, with those of fewer persons. */
export const allTitles: ReadonlySet<string> = lower([
  ...titles,
  ...'Miss Lord Lady Dame Judge Justice Attorney Coach Detective Inspector Sergeant Corporal Private Brigadier Commissioner Councillor Congressman Congresswoman Representative Delegate Director Dean Rector Reverend Rev. Father Sister Brother Rabbi Imam Cardinal Archbishop Mullah Emir Sultan Tsar Emperor Duke Duchess Baron Count Envoy Comrade Candidate Republican Democrat Conservative Labour Liberal Herr Frau Monsieur Madame Señor Señora Don'.split(
    ' ',
  ),
]);

/**
 * Words that begin sentences and are no part of the name behind them, in small letters: those of `starters`,
 * more of English, and those of other languages with capitals.
 */
export const openers: ReadonlySet<string> = lower([
  ...starters,
  ...`about above across after against ago ahead all almost along already although always amid amidst among amongst an and another any anyway are around as aside at away back be because been before behind being below beneath beside besides best between beyond both but by can cannot certain clearly come consider could depending despite did do does done due during each either else enough especially even ever every everyone everything except few finally first for fourth from further given had half hardly has have having hence here how if in indeed inside into is it its just least less let like maybe me might mine more most much must near nearly neither never nevertheless next no nobody none nonetheless nor nothing off often on once onto or other our out outside over overall per perhaps plus quite rather regarding said same says second seems shall should since so some something sometimes somewhere soon still such than thanks that their them themselves third though through throughout thus till today together too toward towards twice unless unlike until up upon us versus via was well were whatever whenever where whereas wherever whether whichever whoever whom whose will with within without would yet
  but sadly newly mostly partly oddly badly wholly really fully wealthy angry hungry wary rural ancient post-war post war imagine please ask tell thank why poor rich tiny mighty giant rival neighbour neighbor host hosts oil wartime peacetime ex ex- sources diplomats negotiators exporters importers critics both
  en el la los las le les un une una uno der die das den dem im am auch il lo gli os as um uma de des du pour por para con según selon pero mais aber und nach seit mit in zu zur bei vor aus il da do das dos no na em et y e o à a que quando cuando quand wenn als wie zwischen entre sur sobre contra contre gegen ohne sans sin hier heute gestern hoy ayer aujourd’hui hier ieri oggi ontem hoje
  в на но и а из от по для если когда это также однако вчера сегодня завтра после перед при за до с со о об у к как что чтобы так там здесь где между против без через ранее позже власти мид у й та але з із від до після вчора сьогодні якщо коли це також
  η ο το οι τα στην στο στη από για με και αλλά χθες σήμερα όταν αν μετά πριν`.split(/\s+/),
]);

function lower(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.toLowerCase()));
}
