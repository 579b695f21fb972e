/** Words that tell what a longer name is of. All in small letters: texts may have them in capitals. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}

/**
 * Heads of names of bodies, works, places and events that are named for a state, a person or another body:
 * `Airways`, `University`, `Sea`. They make a longer name in any letters.
 */
export const heads = words(`
  university college school institute academy airport airlines airline airways aviation bank bancorp steel power
  electric telecom telecoms telecommunications mobile petroleum cement cements motors motor foods insurance railways
  times daily post herald news gazette tribune journal today weekly monitor observer chronicle broadcasting radio
  television press sea ocean bay gulf strait straits lake lakes river canal delta basin island islands isle isles
  valley peninsula desert park square street avenue road bridge tower hotel hospital clinic museum library theatre
  theater stadium arena dome field club open cup prix masters prize award awards medal trophy foundation trust church cathedral
  society association confederation center centre memorial monument falls championship championships classic invitational derby marathon tech festival orchestra philharmonic opera
  ballet movement voice order tour alternative brotherhood brothers sons daughters friends knights
`);

/** Heads of contests in which states take part: `US Davis Cup team` is of the US, `US Open` is not. */
export const contests = words(
  'championship championships classic invitational derby marathon cup tour open prix masters trophy medal prize award',
);

/** Heads of places that also follow in small letters: `the Niger delta`. */
export const landscapes = words(
  'delta river basin canal strait straits valley rainforest jungle isthmus',
);

/** Words directly before a name that make it another one in any letters: `South`, `Lake`, `Team`. */
export const headsBefore = words(`
  new papua equatorial south north east west northern southern northeast northwest southeast southwest upper lower
  lake mount fort camp cape port saint san santa st. air team miss radio club royal captain banque banco stade
  uss hms hmcs hmas ins ss ms mv rms usns
`);

/** Words before the whole name of a person or a body that make it a ship or a place. */
export const placesBefore = words(`
  uss hms hmcs hmas ins ss ms mv rms usns fort camp port mount lake cape saint
`);

/** Kinds of ships, whose names stand behind them: `the carrier Charles de Gaulle`. */
export const ships = words(`
  carrier frigate destroyer cruiser submarine tanker ferry freighter steamer liner corvette battleship yacht
  trawler warship
`);

/** Heads before `of` that speak of the state or the body itself: `Government of India`. */
export const officesOf = words(`
  president presidents king queen emperor empress prince princess premier minister ministers chancellor ambassador
  ambassadors secretary secretaries head heads leader leaders chief chiefs spokesman spokeswoman government
  governments ministry ministries embassy embassies consulate kingdom state states republic emirate emirates
  sultanate principality commonwealth federation people peoples parliament senate congress assembly cabinet council
  court courts constitution army navy force forces police delegation mission department office border borders
  capital coast north south east west northeast northwest southeast southwest centre rest parts part most all half
  some many one two three four five six seven eight nine ten none much each both citizens residents member members
  charter secretariat general gobierno gouvernement presidente président presidência governo ministère ministerio
  ministério república république embajada ambassade roi rey reino royaume regierung präsident bundesrepublik
  königreich botschaft
`);

/** Names of several states follow `Republic of`; by itself it does not say which. */
export const dividedStates = words('china korea congo');

/** Heads before `for`, besides those of `heads`: `Campaign for Georgia`. */
export const headsFor = words(
  'campaign council committee commission coalition alliance party union fund front league agency office bureau',
);

/** Heads at the end of what follows a state: `China Foreign Ministry`, `Kenya National Assembly`. */
export const stateBodies = words(`
  ministry ministries minister ministers government parliament assembly senate congress cabinet court army navy
  military forces force guard guards police embassy consulate department treasury presidency premiership
  administration defence defense officials delegation intelligence customs
`);

/** Offices within what follows a state or a body: `China President Ana Wu`. */
export const offices = words(`
  president minister prime premier chancellor secretary ambassador king queen emperor prince princess leader
  spokesman spokeswoman spokesperson chief chairman chairwoman director commissioner envoy foreign parliament
  government governor general ceo cfo coo founder executive manager coach captain
`);

/** Offices that a state of America has, and no state of the world. */
export const americanOffices = words(
  'governor gov gov. senator sen sen. rep rep. republican republicans democrat democrats attorney sheriff legislature',
);

/** What follows the name of a company, and is the same company. */
export const legalForms = words(
  'inc corp corporation co cos company companies ltd limited plc ag sa llc nv gmbh group holdings holding gang apt team movement motor oil computer systems electronics technologies technology communications industries international laboratories software semiconductor malware backdoor trojan dropper ransomware hackers actors militants fighters rebels',
);

/** Heads after the whole name of a person. */
export const namesakes = words(`
  jr jr. sr sr. ii iii iv city day avenue street square bridge airport stadium hall house bay park school college
  university institute foundation trust hospital center centre library museum award prize medal memorial theatre
  theater cup fund brigade expressway highway boulevard school academy
`);

/** Small words with a capital behind a name: a new sentence or line begins there. */
export const functionWords = words(
  'a an the at in on as by for from with after before when while if but and or nor is are was were has have had will would it he she they we i this that these those there to of its his her their',
);

/** What is a person's behind an article: `the Bush administration`; other names with one are of ships. */
export const ofPersons = words(
  'administration government regime era family presidency premiership cabinet ministry camp campaign team doctrine years trial case visit interview speech summit plan affair estate brothers sisters effect legacy supporters lawyers',
);

/** Verbs of what only persons do, which tell May from the month. */
export const speech = words(
  'said says told tells asked asks answered replied spoke speaks wrote writes warned warns added adds insisted insists denied denies promised promises resigned resigns called has had is was will would who did does met meets won lost',
);

/** Words before a month. */
export const beforeMonths = words(
  'in of last this next since until till by from during late early mid through to and between before after every each past coming on',
);
