/** Common names of persons, which tell `Michael Jordan` and `Georgia Brown` where capitals prove nothing. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}

/** First names, in small letters. */
export const givenNames = words(`
  aaron abdul abdullah abigail abraham adam adrian ahmad ahmed aisha alan albert alejandro alex alexander alexandra
  alexei alfred ali alice alicia allan allen amanda amber amina amir amy ana anastasia andre andrea andreas andrei
  andres andrew andy angela anita ann anna anne anthony antoine antonio ariel arnold arthur ashley barbara barry
  beatrice ben benjamin bernard beth betty bill billy bob boris brad brandon brenda brian bruce bryan camille carl
  carla carlos carol caroline catherine cecilia chad charles charlie charlotte chelsea chloe chris christian
  christina christine christopher claire clara claudia clifford colin connor craig curtis cynthia daniel daniela
  danny darren dave david dean deborah debra dennis derek diana diane diego dmitri dmitry dominic don donald donna
  dorothy doug douglas duncan dylan eddie edgar edith eduardo edward edwin elaine eleanor elena elijah elizabeth
  ella ellen emily emma eric erica erik ernest esther ethan eugene eva evan evelyn fatima felix fernando fiona
  florence frances francesco francis francisco frank franz fred frederick gabriel gareth gary gavin gemma geoff
  geoffrey george georgia gerald gerard giovanni glenn gloria gordon grace graham greg gregory guillermo gustavo guy
  hannah hans harold harriet harrison harry hassan heather hector heidi helen henri henry herbert holly howard hugh
  hugo hussein ian ibrahim igor india irene iris isaac isabel isabella israel ivan jack jackie jacob jacqueline
  jacques jake james jamie jan jane janet janice jared jason javier jay jean jeff jeffrey jennifer jenny jeremy jerry
  jesse jessica jessie jim jimmy joan joanna joe joel johan johann john johnny jon jonathan jordan jorge jose josé
  joseph joshua joyce juan judith judy julia julian julie justin karen karim karl kate katherine kathleen kathryn
  katie keith kelly ken kenneth kenya kerry kevin khalid kim kimberly kirsten kurt kyle lance larry laura lauren
  laurence lawrence leah lee leila leo leon leonard leslie lewis liam lila linda lindsay lisa logan lois lorenzo
  louis louise lucas lucy luis luke lydia lynn mahmoud malcolm manuel marc marco marcus margaret maria mariam marie
  marilyn mario marion mark marta martha martin marvin mary mateo matt matthew maurice max maya megan melanie melissa
  michael michel michelle miguel mike mikhail mohamed mohammad mohammed monica morgan muhammad mustafa nadia nancy
  naomi natalia natalie natasha nathan neil nelson nicholas nick nicola nicolas nicole nigel nikolai nina noah noel
  nora norman oleg olga oliver olivia omar oscar owen pablo pamela patricia patrick paul paula pavel pedro penny
  percy peter phil philip philippe phillip phoebe pierre rachel rafael ralph ramon randy raul ray raymond rebecca
  reza ricardo richard rick rita rob robert roberto robin rodney roger roland ron ronald rosa rose ross roy ruben
  russell ruth ryan sabrina sally sam samantha samuel sandra sara sarah scott sean sebastian sergei sergio seth
  shane shannon sharon shaun sheila shirley sidney simon sofia sophia sophie stanley stella stephanie stephen steve
  steven stewart stuart sue susan suzanne sven svetlana sylvia tamara tanya tara ted teresa terry theodore theresa
  thomas tim timothy tina toby todd tom tommy tony tracy trevor tyler ursula valentina valerie vanessa vera veronica
  victor victoria vincent virginia vivian vladimir wade walter wanda warren wayne wendy wesley wilhelm will william
  wolfgang yasmin yusuf yuri yvonne zachary zoe ivanka jamal kofi kwame ngozi aung hiroshi kenji wei jing ming
  alfred wilfred jamal kamal pascal crystal bilal cedric frederic laurent clive olive vern beverly irving sterling
  mildred jalal faisal gopal clement ferdinand roland armand fernand bertrand
`);

/** Family names, in small letters. */
export const familyNames = words(`
  adams ahmed alexander allen anderson andrews armstrong bailey baker barnes bell bennett berg black boyd bradley
  brooks brown bryant burns butler campbell carlson carter chapman chen clark clarke cole coleman collins cook cooper
  cox crawford cruz cunningham davies davis diaz dixon dunn edwards elliott ellis evans ferguson fernandez fisher
  fletcher ford foster fox freeman garcia gardner gibson gomez gonzalez gordon graham grant gray green greene griffin
  gutierrez hale hall hamilton hansen harper harris harrison hart harvey hayes henderson henry hernandez hill holmes
  howard hughes hunt hunter jackson james jenkins jensen johnson johnston jones jordan kaur kelly kennedy khan kim
  king knight kumar larsen lawson lee lewis lopez lynch marshall martin martinez mason matthews mccarthy mcdonald
  mendoza meyer miller mills mitchell moore morales moreno morgan morris morrison muller murphy murray myers nelson
  nguyen nielsen o'brien o'connor olsen olson ortiz owens palmer parker patel patterson perez perkins perry peters
  petersen peterson phillips pierce porter powell price quinn ramirez ramos reed reid reyes reynolds rice richards
  richardson rivera roberts robertson robinson rodriguez rogers ross russell ryan sanchez sanders schmidt scott shaw
  silva simmons simpson singh smith snyder stevens stewart stone sullivan taylor thomas thompson torres tucker turner
  wagner walker wallace walsh ward warren washington watson weaver webb wells west wheeler white williams williamson
  wilson wong wood woods wright young zhang
`);
