import { expect, test } from "vitest";
import { extractArticle } from "./extract.ts";

/** What a page of an invented outlet prints, in its language. */
interface Printed {
  readonly headline: string;
  readonly signed: string;
  readonly dated: string;
  /** Around the text: nothing in the markup says what these lines are. */
  readonly above: readonly string[];
  readonly amid: readonly string[];
  readonly below: readonly string[];
  readonly paragraphs: readonly [string, string, string, string];
}

const PAGES: Readonly<Record<string, Printed>> = {
  fr: {
    headline: "Le port de Halden reste fermé neuf jours",
    signed: "Par Inès Vallier",
    dated: "Publié le 30 juin 2024 à 10h41",
    above: ["Partager sur Facebook", "Écouter l’article", "Temps de lecture : 3 min"],
    amid: ["Lire aussi : Les pêcheurs demandent une aide", "La suite après cette publicité"],
    below: [
      "Abonnez-vous à notre lettre du matin",
      "Mots-clés : port, pêche",
      "Les plus lus",
      "Tous droits réservés",
    ],
    paragraphs: [
      "Le port de Halden reste fermé pendant neuf jours, a annoncé lundi sa directrice devant la presse locale.",
      "Les bateaux de pêche doivent attendre au large, où le vent du nord rend toute manœuvre difficile.",
      "La mairie promet une aide aux familles, mais elle ne dit pas encore d’où viendra l’argent nécessaire.",
      "Une réunion est prévue jeudi avec les pêcheurs, qui demandent que le quai nord soit rouvert sans délai.",
    ],
  },
  de: {
    headline: "Der Hafen von Halden bleibt neun Tage geschlossen",
    signed: "Von Ines Vahl",
    dated: "Veröffentlicht am 30. Juni 2024, 10:41 Uhr",
    above: ["Artikel teilen", "Artikel anhören", "Lesedauer: 3 Minuten"],
    amid: ["Lesen sie auch: Fischer bitten um Hilfe", "Anzeige"],
    below: [
      "Jetzt abonnieren",
      "Schlagworte: Hafen, Fischerei",
      "Das könnte Sie auch interessieren",
      "Alle Rechte vorbehalten",
    ],
    paragraphs: [
      "Der Hafen von Halden bleibt neun Tage lang geschlossen, wie seine Direktorin am Montag vor der Presse sagte.",
      "Die Fischerboote müssen vor der Küste warten, wo der Nordwind jedes Manöver zu einem Wagnis macht.",
      "Die Stadt verspricht den Familien Hilfe, sagt aber noch nicht, woher das nötige Geld kommen soll.",
      "Am Donnerstag gibt es ein Treffen mit den Fischern, die verlangen, dass der Nordkai sofort geöffnet wird.",
    ],
  },
  es: {
    headline: "El puerto de Halden seguirá cerrado nueve días",
    signed: "Por Inés Valle",
    dated: "Publicado el 30 de junio de 2024 a las 10:41",
    above: ["Compartir en Facebook", "Escuchar artículo", "Tiempo de lectura: 3 min"],
    amid: ["Lea también: Los pescadores piden ayuda", "Publicidad"],
    below: [
      "Suscríbete a nuestro boletín",
      "Etiquetas: puerto, pesca",
      "Lo más leído",
      "Todos los derechos reservados",
    ],
    paragraphs: [
      "El puerto de Halden seguirá cerrado durante nueve días, anunció el lunes su directora ante la prensa local.",
      "Los barcos de pesca tienen que esperar mar adentro, donde el viento del norte complica cada maniobra.",
      "El ayuntamiento promete ayudar a las familias, pero todavía no dice de dónde saldrá el dinero necesario.",
      "El jueves habrá una reunión con los pescadores, que exigen que el muelle norte se abra sin demora.",
    ],
  },
  ru: {
    headline: "Порт Халден закрыт на девять дней",
    signed: "Автор: Инес Валова",
    dated: "Опубликовано 30 июня 2024, 10:41",
    above: ["Поделиться", "Слушать статью", "Время чтения: 3 минуты"],
    amid: ["Читайте также: Рыбаки просят о помощи", "Реклама"],
    below: ["Подписывайтесь на наш канал", "Теги: порт, рыбаки", "Материалы по теме", "Все права защищены"],
    paragraphs: [
      "Порт Халден останется закрытым девять дней, сообщила в понедельник его директор местным журналистам.",
      "Рыболовные суда должны ждать в открытом море, где северный ветер делает опасным любой манёвр.",
      "Городские власти обещают помочь семьям, но пока не говорят, откуда возьмутся нужные для этого деньги.",
      "На четверг назначена встреча с рыбаками, которые требуют немедленно открыть северный причал порта.",
    ],
  },
  ar: {
    headline: "ميناء هالدن يبقى مغلقا تسعة أيام",
    signed: "بقلم: إيناس فالي",
    dated: "نُشر في ٣٠ يونيو ٢٠٢٤ الساعة ١٠:٤١",
    above: ["شارك المقال", "استمع إلى المقال", "مدة القراءة 3 دقائق"],
    amid: ["اقرأ أيضًا: الصيادون يطلبون المساعدة", "إعلان"],
    below: ["اشترك في النشرة البريدية", "وسوم: ميناء، صيد", "الأكثر قراءة", "جميع الحقوق محفوظة"],
    paragraphs: [
      "يبقى ميناء هالدن مغلقا لمدة تسعة أيام كما أعلنت مديرته يوم الاثنين أمام الصحافة المحلية في المدينة.",
      "وعلى قوارب الصيد أن تنتظر في عرض البحر حيث تجعل ريح الشمال كل مناورة صعبة على البحارة.",
      "ووعدت البلدية بمساعدة العائلات لكنها لم تقل بعد من أين سيأتي المال اللازم لذلك هذا العام.",
      "ومن المقرر عقد اجتماع يوم الخميس مع الصيادين الذين يطالبون بفتح الرصيف الشمالي دون تأخير.",
    ],
  },
  ko: {
    headline: "할덴 항구 아흐레 동안 폐쇄",
    signed: "한가람 기자",
    dated: "입력 2024.06.30. 오전 10:41",
    above: ["기사 공유하기", "기사 듣기", "글자크기 변경"],
    amid: ["관련기사: 어민들 지원 요청", "광고"],
    below: ["뉴스레터 구독하기", "태그: 항구, 어업", "많이 본 뉴스", "무단 전재 및 재배포 금지"],
    paragraphs: [
      "할덴 항구가 아흐레 동안 문을 닫는다고 항만 책임자가 월요일 지역 기자들에게 밝혔다. 그는 부두의 기둥이 약해져 배를 댈 수 없다고 말했다.",
      "어선들은 먼바다에서 기다려야 하며 북풍 때문에 배를 움직이는 일이 매우 어렵다고 한다. 선장들은 이번 주에 고기를 팔지 못할까 걱정하고 있다.",
      "시는 가족들을 돕겠다고 약속했지만 필요한 돈이 어디에서 나올지는 아직 말하지 않았다. 시장은 다음 달에 계획을 내놓겠다고 했다.",
      "목요일에는 북쪽 부두를 곧바로 열라고 요구하는 어민들과의 회의가 열릴 예정이다. 회의는 누구나 들을 수 있다고 시는 덧붙였다.",
    ],
  },
};

const SIGNED: Readonly<Record<string, string>> = {
  fr: "Inès Vallier",
  de: "Ines Vahl",
  es: "Inés Valle",
  ru: "Инес Валова",
  ar: "إيناس فالي",
  ko: "한가람",
};

const lines = (some: readonly string[]) => some.map((line) => `<p>${line}</p>`).join("");

test.each(Object.keys(PAGES))("a page in %s is read without what stands around its text", (language) => {
  const { headline, signed, dated, above, amid, below, paragraphs } = PAGES[language] as Printed;
  const [first, second, third, last] = paragraphs;
  const html = `<!doctype html><html lang="${language}"><head><title>${headline}</title></head><body><div><h1>${headline}</h1>
    ${lines([signed, dated, ...above, first, second])}${lines(amid)}${lines([third, last, ...below])}</div></body></html>`;
  const found = extractArticle({ html, url: `https://courier.test/${language}/1` });
  expect(found.paragraphs).toEqual(paragraphs);
  expect(found.byline).toBe(SIGNED[language]);
  expect(found.publishedAt).toBe("2024-06-30T10:41");
  expect(found.headline).toBe(headline);
});
