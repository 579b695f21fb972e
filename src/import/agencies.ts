/** Names of one agency or outlet; the first is how it is best known. */
type AgencyNames = readonly string[];

/** News agencies, whose reports others print. */
const agencies: readonly AgencyNames[] = [
  ['Reuters', 'Thomson Reuters', 'رويترز', '路透社', '路透', '로이터', 'ロイター', 'Рейтер'],
  ['AP', 'Associated Press', 'The Associated Press', '美联社', '美聯社', 'أسوشيتد برس'],
  ['AFP', 'Agence France-Presse', 'Agence France Presse', 'أ ف ب', 'فرانس برس', '法新社'],
  ['Bloomberg', 'Bloomberg News'],
  ['dpa', 'Deutsche Presse-Agentur', 'dpa International', 'dpa-infocom'],
  ['UPI', 'United Press International'],
  ['Yonhap', 'Yonhap News', 'Yonhap News Agency', '연합뉴스', '韓聯社', '韩联社', '聯合ニュース'],
  ['Newsis', '뉴시스'],
  ['News1', '뉴스1'],
  ['Kyodo', 'Kyodo News', 'KYODO NEWS', '共同', '共同通信', '共同社', '교도통신'],
  ['Jiji', 'Jiji Press', '時事', '時事通信', '时事社'],
  ['Xinhua', 'Xinhua News Agency', '新华社', '新華社', 'Синьхуа', 'شينخوا'],
  ['China News Service', '中新社', '中新网', '中新網', '中国新闻网'],
  ['TASS', 'Itar-Tass', 'ТАСС', 'تاس'],
  ['RIA Novosti', 'RIA', 'РИА Новости'],
  ['Interfax', 'Интерфакс'],
  ['Interfax-Ukraine'],
  ['Ukrinform', 'Укрінформ', 'Укринформ'],
  ['UNN', 'УНН'],
  ['BelTA', 'БелТА', 'БЕЛТА'],
  ['KCNA', 'Korean Central News Agency', '조선중앙통신', '朝鮮中央通信', '朝中社'],
  ['PTI', 'Press Trust of India', 'भाषा', 'पीटीआई'],
  ['ANI', 'Asian News International'],
  ['APP', 'Associated Press of Pakistan'],
  ['Anadolu', 'Anadolu Agency', 'AA', 'Anadolu Ajansı', 'الأناضول'],
  ['IRNA', 'Islamic Republic News Agency', 'ایرنا', 'إرنا'],
  ['Tasnim', 'Tasnim News Agency', 'تسنیم', 'تسنيم'],
  ['Fars News Agency'],
  ['ISNA', 'ایسنا'],
  ['SANA', 'Syrian Arab News Agency', 'سانا'],
  ['Saba', 'Saba News Agency', 'سبأ'],
  ['WAM', 'Emirates News Agency', 'وام'],
  ['SPA', 'Saudi Press Agency', 'واس'],
  ['MENA', 'Middle East News Agency', 'أ ش أ'],
  ['QNA', 'Qatar News Agency', 'قنا'],
  ['KUNA', 'Kuwait News Agency', 'كونا'],
  ['Petra', 'Jordan News Agency', 'بترا'],
  ['NNA', 'National News Agency'],
  ['EFE', 'Agencia EFE'],
  ['ANSA'],
  ['Lusa'],
  ['Belga'],
  ['ANP'],
  ['NTB'],
  ['STT'],
  ['Ritzau'],
  ['PAP', 'Polish Press Agency'],
  ['MTI'],
  ['BTA', 'БТА'],
  ['MIA', 'МИА'],
  ['ČTK', 'Czech News Agency'],
  ['TASR'],
  ['HINA', 'Hina'],
  ['AMNA', 'ΑΠΕ-ΜΠΕ', 'Athens-Macedonian News Agency'],
  ['Tanjug', 'Танјуг'],
  ['Agerpres'],
  ['PA Media', 'PA', 'Press Association'],
  ['The Canadian Press', 'Canadian Press', 'CP'],
  ['AAP', 'Australian Associated Press'],
  ['Bernama'],
  ['Antara', 'Antara News'],
  ['VNA', 'Vietnam News Agency', 'TTXVN'],
  ['VNS', 'Viet Nam News'],
  ['Focus Taiwan'],
  ['Central News Agency', '中央社', '中央通訊社'],
  ['PNA', 'Philippine News Agency'],
  ['GNA', 'Ghana News Agency'],
  ['NAN', 'News Agency of Nigeria'],
  ['APS'],
  ['Prensa Latina'],
  ['IPS', 'Inter Press Service'],
  ['Agência Brasil'],
  ['PR Newswire', 'PRNewswire'],
  ['Business Wire', 'BUSINESS WIRE'],
  ['GlobeNewswire', 'GLOBE NEWSWIRE'],
];

/** Those that print their own reports and those of agencies. */
const outlets: readonly AgencyNames[] = [
  ['CNA', 'Channel NewsAsia', 'Channel News Asia'],
  ['BBC', 'BBC News', 'BBC Monitoring'],
  ['CNN'],
  ['NHK', 'NHK World', 'NHK World-Japan'],
  ['Al Jazeera', 'Aljazeera'],
  ['DW', 'Deutsche Welle'],
  ['RFE/RL', 'Radio Free Europe/Radio Liberty'],
  ['RFA', 'Radio Free Asia'],
  ['VOA', 'VOA News', 'Voice of America'],
  ['NPR'],
  ['The Straits Times', 'Straits Times', 'ST'],
  ['The Guardian', 'Guardian'],
  ['The New York Times', 'New York Times'],
  ['The Washington Post', 'Washington Post'],
  ['Financial Times'],
  ['The Times of Israel', 'Times of Israel'],
  ['Nikkei', 'Nikkei Asia'],
  ['The Korea Herald', 'Korea Herald'],
  ['The Korea Times', 'Korea Times'],
  ['The Japan Times', 'Japan Times'],
  ['South China Morning Post', 'SCMP'],
  ['France 24', 'FRANCE 24'],
  ['RFI'],
  ['Euronews', 'euronews'],
  ['Sky News'],
  ['NBC News'],
  ['CBS News'],
  ['ABC News'],
  ['Fox News'],
  ['Global Times'],
  ['CGTN'],
  ['RT'],
  ['UN News'],
];

export interface Agency {
  /** How it is best known. */
  readonly name: string;
  /** Whether others print its reports. */
  readonly isAgency: boolean;
}

const byName = new Map<string, Agency>();
const namesByAgency = new Map<string, AgencyNames>();
for (const [isAgency, list] of [
  [true, agencies],
  [false, outlets],
] as const) {
  for (const names of list) {
    const agency = { name: names[0] ?? '', isAgency };
    namesByAgency.set(agency.name, names);
    for (const name of names) byName.set(keyOf(name), agency);
  }
}

/** The agency or outlet of a name; null where we know none. */
export function findAgency(name: string): Agency | null {
  return byName.get(keyOf(name)) ?? null;
}

/** Every name of the agency that a name is of, or that name alone. */
export function agencyNames(name: string): readonly string[] {
  const agency = findAgency(name);
  return (agency === null ? undefined : namesByAgency.get(agency.name)) ?? [name];
}

function keyOf(name: string): string {
  const plain = name.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/^the /i, '');
  // Short names that are words too count in capitals alone.
  return plain.length <= 4 ? plain : plain.toLowerCase();
}

/** Who is meant by no name: initials of editors, and "agencies". */
const nobody =
  /^(?:[a-z]{1,4}|[A-Z]{1,2}|[a-z]{1,3}\([a-z]{1,3}\)|\w{1,3}\(\w{1,3}\)|agenc(?:y|ies)|wires?|staff|news agencies|others?|inputs?|own correspondent)$/i;

/**
 * The names in a credit such as `CNA/Reuters/ec(gr)`, `AFP and AP`, `Reuters, Kyodo`: without editors'
 * initials, each agency once. Where the credit `isWhole`, as in a dateline, no short name is taken for initials.
 */
export function parseCredit(text: string, isWhole = false): readonly string[] {
  const whole = text.trim().replace(/[.;]+$/, '');
  if (findAgency(whole) !== null) return [whole];
  const names = new Map<string, string>();
  for (const part of whole.split(/\s*(?:[/;,|]|\band\b|&)\s*/)) {
    const name = part.replace(/\s*\(\w{1,4}\)$/, '').trim();
    const agency = findAgency(name);
    if (name === '' || (agency === null && !isWhole && (nobody.test(part) || nobody.test(name))))
      continue;
    const key = agency?.name ?? name.toLowerCase();
    if (!names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}

/** Whether every name of a credit is that of an agency or outlet that we know. */
export function isKnownCredit(text: string): boolean {
  const names = parseCredit(text);
  return names.length > 0 && names.every((name) => findAgency(name) !== null);
}
