import { termHash } from "./terms.ts";
import { storyWords } from "./words.ts";

/**
 * Words that tell no event from another, without marks: words of grammar, of saying, of numbers, of the calendar.
 * Frequency alone does not tell them: in a text of three sentences "said" weighs more than it does in a long one.
 */
const IDLE: Readonly<Record<string, string>> = {
  en: `a about above according across after afterwards again against ago all almost alone along already also although always am
    amid among an and another any anybody anyone anything are around as at away back be became because become been before began
    begin behind being below beneath beside besides between beyond both but by came can cannot come could did do does doing done
    down due during each either else enough even ever every everybody everyone everything far few fewer for former forth from
    further gave get give given go goes going gone got had has have having he her here hers herself him himself his how however
    i if in indeed inside instead into is it its itself just keep kept last later least less let like likely made make making
    many may maybe me mean meanwhile might mine more moreover most much must my myself near nearly neither never nevertheless
    next no nobody none nor not nothing now of off often on once only onto or other others otherwise ought our ours ourselves
    out outside over own per perhaps put quite rather really same saw see seem seemed seems seen shall she should since so some
    somebody someone something soon still such take taken than that the their theirs them themselves then there therefore these
    they thing things this those though through throughout thus till to today together tomorrow too took toward towards under
    until up upon us use used using very via was way we well went were what whatever when whenever where whether which while
    who whoever whom whose why will with within without would yes yesterday yet you your yours yourself
    say says said saying tell tells told telling speak speaks spoke spoken speaking state states stated stating statement add
    adds added adding ask asks asked asking answer answered call calls called calling claim claims claimed comment commented
    describe described explain explained insist insisted mention mentioned note notes noted quote quoted remark remarked reply
    replied report reports reported reportedly respond responded suggest suggested talk talked talking think thinks thought
    warn warned word words write writes wrote written announce announced news
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion
    billions trillion dozen dozens half first second third fourth fifth sixth seventh eighth ninth tenth twice
    year years month months week weeks day days hour hours minute minutes time times morning afternoon evening night monday
    tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
    december mr mrs ms new old`,
  de: `aber acht alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bin bis bisher da dabei
    dafur dagegen daher damit danach dann daran darauf daruber darum das dass davon dazu dein dem den denen denn der deren des
    deshalb dessen dich die dies diese diesem diesen dieser dieses doch dort drei du durch ein eine einem einen einer eines elf
    er erst erste ersten es etwa etwas euch fur funf gegen gestern hat hatte hatten hatte haben heute hier hinter ich ihm ihn
    ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine keinem keinen
    keiner konnen konnte konnten mal man mehr mein mit muss mussen nach neben nein neue neuen neun nicht nichts noch nun nur ob
    oder ohne schon sechs sehr sei seien sein seine seinem seinen seiner seit sich sie sieben sind so sogar soll sollen sollte
    sondern sowie uber um und uns unser unter viel viele vier vom von vor war waren warum was wegen weil weiter weitere welche
    wenn wer werden wie wieder will wird wir wo wurde wurden wurde wurden zehn zu zum zur zwei zwischen zwolf hundert tausend
    million millionen milliarde milliarden sagen sagt sagte sagten erklart erklarte erklarten teilte mitgeteilt betonte berichtet
    berichtete kundigte laut zufolge jahr jahre jahren jahres monat monate tag tage tagen woche wochen uhr montag dienstag
    mittwoch donnerstag freitag samstag sonntag`,
  fr: `a afin ai ainsi alors apres au aucun aujourd aussi autre autres aux avait avant avec avoir beaucoup bien car ce cela ces
    cet cette ceux chez chaque ci cinq comme contre d dans de deja depuis des deux dit dix donc dont du elle elles en encore
    entre est et etaient etait ete etre eux fait faire hier huit il ils j je jusqu l la le les leur leurs lors lui m ma mais me
    meme mes moins mon n ne neuf ni nos notre nous on onze ont ou par parce pas pendant peu peut plus plusieurs pour pourquoi
    puis qu quand quatre que quel quelle qui quoi s sa sans se selon sept ses si six soit son sont sous sur t ta tous tout toute
    toutes tres trois trop un une vers vous y cent cents mille million millions milliard milliards dire declare declaration
    affirme ajoute explique indique annonce souligne an ans annee annees mois jour jours semaine semaines heure heures lundi
    mardi mercredi jeudi vendredi samedi dimanche`,
  es: `a al algo algunos ante antes asi aun aunque ayer bajo bien cada casi cinco como con contra cual cuando cuatro de del desde
    despues diez dijo donde dos durante e el ella ellas ellos en entre era eran es esa ese eso esta estaba estan estas este esto
    estos fue fueron ha habia han hasta hay hoy la las le les lo los mas me mi mientras mucho muy nada ni no nos nosotros nueve o
    ocho once otra otras otro otros para pero poco por porque que quien quienes se segun seis ser si sido siete sin sobre son su
    sus tambien tan tanto te tiene tienen toda todas todo todos tras tres un una uno unos y ya cien ciento mil millon millones
    decir dice afirmo agrego anadio declaro explico indico anuncio senalo ano anos mes meses dia dias semana semanas hora horas
    lunes martes miercoles jueves viernes sabado domingo`,
};

/** The calendar is written like a name in English; "May" and "April" are names of people, too. */
const CALENDAR = `monday tuesday wednesday thursday friday saturday sunday january february march july october november
  december mr mrs ms dr`;
/** Up to this number figures say no more than "eleven" does. */
const LARGEST_IDLE = 99;

let idle: ReadonlySet<number> | undefined;

function idleTerms(): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [language, words] of Object.entries(IDLE))
    for (const { stem } of storyWords(words, language)) found.add(termHash("word", stem, language));
  for (const { bare } of storyWords(CALENDAR, "en")) found.add(termHash("name", bare, "en"));
  for (let number = 0; number <= LARGEST_IDLE; number++) found.add(termHash("number", String(number), null));
  return found;
}

/** Whether a term tells nothing of an event. A language without a list has only its short numbers. */
export function isIdle(hash: number): boolean {
  idle ??= idleTerms();
  return idle.has(hash);
}
