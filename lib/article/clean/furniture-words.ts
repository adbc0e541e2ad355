import type { Furniture } from "./furniture.ts";

/**
 * What stands around articles in French, German, Spanish, Russian, Arabic and Korean, as whole lines. Written as
 * `folded` leaves them: small letters, no marks at the ends, no Arabic vowel signs.
 */
interface Words extends Furniture {
  readonly lines: readonly string[];
}

const words = (reason: string, lines: string, more: Partial<Furniture> = {}): Words => ({
  reason,
  closes: more.closes ?? false,
  takes: more.takes ?? null,
  lines: lines.split(/\s*[|\n]\s*/).filter((line) => line !== ""),
});

const PROMOTION = `
  lire aussi | à lire aussi | à lire également | lire également | lire la suite | lire plus | voir aussi | à voir aussi | à écouter | pour aller plus loin | notre dossier | en savoir plus
  lesen sie auch | lesen sie mehr | lesen sie dazu | mehr lesen | weiterlesen | mehr dazu | auch interessant | lesetipp | lesetipps | siehe auch | zum thema | passend dazu
  lea también | lee también | lea además | vea también | mira también | leer más | lea más | ver más | te puede interesar | le puede interesar | puede interesarle | sigue leyendo | relacionado | además
  читайте также | читайте ещё | читать также | читать далее | читать полностью | читать дальше | смотрите также | подробнее | по теме | сюжет | узнать больше
  اقرأ أيضا | اقرأ المزيد | اقرأ ايضا | إقرأ أيضا | شاهد أيضا | المزيد | تابع القراءة | للمزيد
  관련기사 | 관련 기사 | 기사 더보기 | 더보기 | 더 읽기 | 계속 읽기 | 함께 읽기 | 이 기사도 읽어보세요 | 함께 보면 좋은 기사`;

/** The families of furniture.ts that a newsroom's own words give away in other languages. */
const KINDS: readonly Words[] = [
  words("promotion of another article", PROMOTION, { takes: "both" }),
  words(
    "advertisement",
    `publicité | la suite après cette publicité | la suite après la publicité | contenu sponsorisé | contenu partenaire | annonce | annonces
     anzeige | werbung | nach der werbung weiterlesen | gesponserter inhalt | artikel wird nach der werbung fortgesetzt
     publicidad | anuncio | anuncios | contenido patrocinado | contenido de marca | continúa después de la publicidad
     реклама | на правах рекламы | продолжение после рекламы | партнёрский материал
     إعلان | إعلانات | محتوى ممول | إعلان ممول
     광고 | 광고문의 | 협찬`,
  ),
  words(
    "photo caption or credit",
    `photo d'illustration | image d'illustration | légende | voir la galerie | agrandir l'image | plein écran
     symbolbild | archivbild | bildergalerie | bild vergrößern | fotostrecke | zur galerie
     foto de archivo | imagen de archivo | imagen ilustrativa | ver galería | ampliar foto | ampliar imagen
     архивное фото | фото из архива | фотогалерея | увеличить фото
     صورة أرشيفية | صورة من الأرشيف | معرض الصور | تكبير الصورة
     자료사진 | 자료 사진 | 사진 확대 | 사진 크게보기 | 이미지 확대 | 이미지 크게 보기`,
  ),
  words(
    "sound or video player",
    `écouter l'article | écouter cet article | écouter | regarder la vidéo | voir la vidéo | lecture audio
     artikel anhören | beitrag anhören | anhören | vorlesen | video ansehen | audio abspielen
     escuchar artículo | escuchar el artículo | escuchar este artículo | escuchar | ver video | ver vídeo | reproducir
     слушать | слушать статью | прослушать | смотреть видео
     استمع | استمع إلى المقال | استمع للخبر | شاهد الفيديو | تشغيل الفيديو
     기사 듣기 | 음성으로 듣기 | 음성재생 | 동영상 보기 | 영상 보기 | 듣기`,
  ),
  words(
    "share bar",
    `partager | partager l'article | partager cet article | partager sur facebook | partager sur twitter | partager sur whatsapp | partager sur linkedin | envoyer par e-mail | envoyer par mail | copier le lien | lien copié | imprimer | enregistrer | ajouter à vos favoris | offrir l'article
     teilen | artikel teilen | beitrag teilen | auf facebook teilen | auf twitter teilen | auf x teilen | per whatsapp teilen | per e-mail teilen | per mail teilen | link kopieren | link kopiert | drucken | merken | artikel merken | feedback
     compartir | compartir en facebook | compartir en twitter | compartir en whatsapp | compartir artículo | compartir noticia | enviar por correo | enviar por email | copiar enlace | copiar link | enlace copiado | imprimir | guardar | guardar artículo
     поделиться | поделиться ссылкой | поделиться в вконтакте | поделиться в телеграме | поделиться новостью | скопировать ссылку | ссылка скопирована | распечатать | версия для печати | сохранить | в закладки
     شارك | شارك المقال | شارك الخبر | مشاركة | مشاركة عبر فيسبوك | شارك عبر واتساب | نسخ الرابط | تم نسخ الرابط | طباعة | حفظ | أرسل إلى صديق
     공유 | 공유하기 | 기사 공유 | 기사 공유하기 | 페이스북 공유 | 트위터 공유 | 카카오톡 공유 | 링크 복사 | 주소 복사 | url 복사 | 프린트 | 인쇄 | 인쇄하기 | 스크랩 | 글자크기 | 글자 크기 | 글자크기 변경 | 글자 크기 변경 | 글자크기 설정 | 폰트 크기`,
  ),
  words(
    "newsletter or subscription",
    `abonnez-vous | s'abonner | je m'abonne | déjà abonné | newsletter | newsletters | nos newsletters | s'inscrire | se connecter | créer un compte | article réservé aux abonnés | réservé aux abonnés
     abonnieren | jetzt abonnieren | newsletter abonnieren | newsletter bestellen | jetzt anmelden | anmelden | registrieren | jetzt registrieren | jetzt testen
     suscríbete | suscríbase | suscribirse | suscribirme | suscríbete gratis | boletín | boletines | iniciar sesión | inicia sesión | regístrate | registrarse | solo para suscriptores | hazte socio
     подписаться | подпишитесь | подписка | подписаться на рассылку | подписаться на новости | войти | вход | регистрация | зарегистрироваться
     اشترك | اشترك الآن | اشترك معنا | اشترك في النشرة البريدية | اشترك في نشرتنا | النشرة البريدية | تسجيل الدخول | إنشاء حساب
     구독 | 구독하기 | 구독 신청 | 뉴스레터 | 뉴스레터 구독 | 뉴스레터 구독하기 | 뉴스레터 신청 | 로그인 | 회원가입`,
  ),
  words(
    "comments",
    `commentaires | commentaire | laisser un commentaire | ajouter un commentaire | réagir | réagir à cet article | vos réactions | voir les commentaires
     kommentare | kommentar schreiben | kommentar verfassen | kommentieren | diskutieren sie mit | leserkommentare | kommentare anzeigen
     comentarios | comentario | deja un comentario | dejar un comentario | deja tu comentario | comentar | ver comentarios | escribe tu comentario
     комментарии | комментариев | комментарий | оставить комментарий | добавить комментарий | написать комментарий | обсудить | обсуждение
     التعليقات | تعليقات | تعليق | أضف تعليقا | أضف تعليق | اترك تعليقا | اترك ردا | اكتب تعليقا
     댓글 | 댓글 쓰기 | 댓글쓰기 | 댓글 남기기 | 댓글 보기 | 댓글 달기 | 의견 쓰기`,
    { closes: true },
  ),
  words(
    "heading of a list of other articles",
    `les plus lus | articles les plus lus | les plus consultés | les plus partagés | à la une | dans la même rubrique | sur le même sujet | sur le même thème | articles similaires | articles liés | articles associés | derniers articles | dernières actualités | les dernières actualités | plus d'articles | autres articles | nos autres articles | recommandé pour vous | recommandés pour vous | vous aimerez aussi | à découvrir | l'actualité en continu | toute l'actualité | les articles les plus lus
     meistgelesen | meistgelesene artikel | am meisten gelesen | die meistgelesenen artikel | mehr zum thema | mehr aus dem ressort | das könnte sie auch interessieren | das könnte dich auch interessieren | das könnte sie interessieren | weitere artikel | weitere themen | weitere nachrichten | ähnliche artikel | verwandte artikel | verwandte themen | empfohlene artikel | empfehlungen der redaktion | neueste artikel | neueste nachrichten | aktuelle nachrichten | aktuelle artikel | top-themen | beliebte artikel | auch lesenswert
     lo más leído | lo más visto | lo más popular | las más leídas | más leídas | más leídos | noticias relacionadas | artículos relacionados | notas relacionadas | contenido relacionado | más noticias | más sobre este tema | más información | más en esta sección | últimas noticias | lo último | otras noticias | te recomendamos | le recomendamos | recomendados | recomendado para ti | también te puede interesar | también le puede interesar | te puede gustar | más artículos
     материалы по теме | новости по теме | статьи по теме | ещё по теме | другие материалы | другие новости | другие статьи | похожие статьи | похожие новости | похожие материалы | самое читаемое | самое популярное | популярное | популярные новости | читаемое | последние новости | главные новости | лента новостей | все новости | рекомендуем | рекомендуем почитать | вам может быть интересно | вам может понравиться | новости партнёров | выбор редакции | топ новостей
     مواضيع ذات صلة | موضوعات ذات صلة | أخبار ذات صلة | مقالات ذات صلة | موضوعات متعلقة | أخبار متعلقة | مقالات متعلقة | الأكثر قراءة | الأكثر مشاهدة | الأكثر تداولا | الأكثر شعبية | آخر الأخبار | أحدث الأخبار | أهم الأخبار | المزيد من الأخبار | أخبار أخرى | اخترنا لك | اخترنا لكم | قد يعجبك أيضا | قد يهمك | قد يهمك أيضا | مختارات | موصى به
     많이 본 뉴스 | 많이 본 기사 | 가장 많이 본 뉴스 | 가장 많이 본 기사 | 많이 읽은 기사 | 인기 기사 | 인기기사 | 인기 뉴스 | 인기뉴스 | 추천 기사 | 추천기사 | 추천 뉴스 | 추천뉴스 | 관련 뉴스 | 관련뉴스 | 최신 기사 | 최신기사 | 최신 뉴스 | 최신뉴스 | 주요 뉴스 | 주요뉴스 | 주요 기사 | 이 시각 주요 뉴스 | 이 시각 주요뉴스 | 다른 기사 | 다른 기사 보기 | 다른 뉴스 | 실시간 인기 | 실시간 뉴스 | 이 기자의 다른 기사 | 오늘의 주요뉴스 | 핫이슈 | 당신이 좋아할 만한 기사`,
    { closes: true },
  ),
  words(
    "about the author",
    `à propos de l'auteur | sur l'auteur | über den autor | über die autorin | zur person | zum autor | zur autorin | sobre el autor | sobre la autora | acerca del autor | об авторе | عن الكاتب | نبذة عن الكاتب | 기자 소개 | 기자 프로필 | 필자 소개`,
    { closes: true },
  ),
  words(
    "topics",
    `mots-clés | mots clés | thèmes | sujets | thématiques | étiquettes | schlagwörter | schlagworte | themen in diesem artikel | etiquetas | temas | archivado en | más sobre | теги | темы | метки | ключевые слова | рубрики | كلمات مفتاحية | الكلمات المفتاحية | الكلمات الدلالية | كلمات دلالية | وسوم | الوسوم | 태그 | 키워드 | 해시태그`,
  ),
  words(
    "cookie or consent notice",
    `accepter | tout accepter | tout refuser | accepter et fermer | continuer sans accepter | gérer mes choix | gérer les cookies | paramétrer les cookies
     alle akzeptieren | akzeptieren | alle ablehnen | zustimmen | cookie-einstellungen | einstellungen verwalten | nur notwendige cookies
     aceptar | aceptar todo | aceptar todas | aceptar cookies | rechazar | rechazar todo | rechazar todas | configurar cookies | configuración de cookies | política de cookies
     принять | принять все | согласен | хорошо, понятно | настройки cookie
     قبول | قبول الكل | موافق | رفض الكل | إعدادات ملفات تعريف الارتباط
     동의 | 모두 동의 | 쿠키 설정 | 모두 수락`,
  ),
  words(
    "foot of the page",
    `tous droits réservés | mentions légales | politique de confidentialité | conditions générales | conditions d'utilisation | nous contacter | contactez-nous | qui sommes-nous | plan du site | données personnelles | nos services | recrutement
     alle rechte vorbehalten | impressum | datenschutz | datenschutzerklärung | nutzungsbedingungen | kontakt | über uns | mediadaten | agb | barrierefreiheit | hilfe
     todos los derechos reservados | aviso legal | política de privacidad | términos y condiciones | condiciones de uso | contacto | contáctenos | quiénes somos | mapa del sitio | publicidad con nosotros
     все права защищены | политика конфиденциальности | пользовательское соглашение | контакты | о проекте | о нас | о редакции | рекламодателям | карта сайта | правовая информация
     جميع الحقوق محفوظة | سياسة الخصوصية | شروط الاستخدام | الشروط والأحكام | اتصل بنا | تواصل معنا | من نحن | خريطة الموقع | أعلن معنا
     무단 전재 및 재배포 금지 | 무단전재 및 재배포 금지 | 무단 전재-재배포 금지 | 무단전재-재배포금지 | 개인정보처리방침 | 개인정보 처리방침 | 이용약관 | 청소년보호정책 | 회사소개 | 제휴문의 | 고객센터 | 기사제보 | 저작권 규약`,
  ),
  words(
    "menu",
    `accueil | rechercher | recherche | aller au contenu | aller au contenu principal | fermer | retour | suivant | précédent | retour en haut | haut de page
     startseite | suche | suchen | zum inhalt | zum inhalt springen | schließen | zurück | weiter | nach oben | seitenanfang
     inicio | buscar | ir al contenido | saltar al contenido | cerrar | volver | siguiente | anterior | subir | menú
     главная | поиск | найти | меню | закрыть | назад | вперёд | далее | наверх | перейти к содержанию
     الرئيسية | الصفحة الرئيسية | بحث | ابحث | القائمة | إغلاق | التالي | السابق | عودة | العودة إلى الأعلى
     홈 | 검색 | 메뉴 | 전체메뉴 | 전체 메뉴 | 닫기 | 이전 | 다음 | 이전 기사 | 다음 기사 | 맨 위로 | 본문 바로가기 | 목록`,
  ),
];

/** "Lire aussi : Le port rouvre lundi": what is promoted stands on the same line. */
const OPENING = PROMOTION;
const LONGEST_OPENING = 40;

/** What no list can hold, since figures, names or outlets stand in it. */
const FORMS: readonly { readonly reason: string; readonly longest: number; readonly pattern: RegExp }[] = [
  {
    reason: "sound or video player",
    longest: 8,
    pattern:
      /^\P{L}*(?:(?:temps de )?lecture|lesedauer|lesezeit|(?:tiempo de )?lectura|время (?:на )?чтени[ея]|(?:مدة |وقت )القراءة|읽는 시간)\P{L}*\d+\P{L}*(?:mn|min\p{L}*|мин\p{L}*|دقائق|دقيقة|분)?\P{L}*$|^\d+ ?(?:min|мин)\p{L}*\.? (?:de lecture|lesezeit|de lectura|чтения)\P{L}*$/iu,
  },
  {
    reason: "photo caption or credit",
    longest: 40,
    pattern:
      /^\P{L}{0,2}(?:crédits? ?(?:photos?)? ?:|photo ?:|illustration ?:|(?:fotos?|bild(?:er)?|imagen|crédito|quelle foto) ?:|(?:фото|на фото|источник фото) ?:|(?:صورة|تصوير|الصورة) ?:|\[?(?:사진|그래픽)(?: 제공)? ?[=:]|사진 제공)/iu,
  },
  {
    reason: "invitation to follow or write",
    longest: 30,
    pattern:
      /^\P{L}{0,4}(?:suivez[- ]nous|rejoignez[- ]nous|retrouvez[- ]nous sur|téléchargez (?:notre|l['’])|folgen sie (?:uns|unserem)|laden sie (?:unsere|die) .{0,20}app|síguenos|sígue?nos en|descarga (?:nuestra|la) app|únete a nuestro|подписывайтесь на|подпишитесь на|следите за нами|присоединяйтесь к|читайте нас в|تابعونا|تابعنا|انضم إلى|حمل تطبيق|카카오톡에서|네이버에서 .{0,20}구독|제보는)/iu,
  },
  {
    reason: "newsletter or subscription",
    longest: 40,
    pattern:
      /(?:inscrivez-vous|abonnez-vous) (?:à|gratuitement|pour)|recevez (?:chaque|tous les|toute l).{0,60}|melden sie sich .{0,40}newsletter|newsletter.{0,40}(?:anmelden|abonnieren|inscri|suscri)|suscríbe(?:te|se) (?:a|para|gratis)|reciba? .{0,40}(?:boletín|correo)|подпишитесь на .{0,30}рассылку|اشترك في .{0,30}(?:النشرة|نشرتنا|قناتنا)|뉴스레터를? .{0,20}(?:받아|구독|신청)/iu,
  },
  {
    reason: "topics",
    longest: 60,
    pattern:
      /^\P{L}{0,2}(?:mots[- ]clés|thèmes|tags|schlagw[oö]rte[r]?|themen|etiquetas|temas|archivado en|теги|темы|метки|ключевые слова|وسوم|الوسوم|كلمات (?:مفتاحية|دلالية)|태그|키워드) ?[:：]/iu,
  },
  {
    reason: "cookie or consent notice",
    longest: 120,
    pattern:
      /(?:nous|site|partenaires) utilis(?:ons|ent|e) .{0,40}cookies|(?:wir|website|seite) (?:verwenden|nutzen|verwendet|nutzt) .{0,40}cookies|(?:usamos|utilizamos|utiliza|usa) .{0,40}cookies|использу(?:ем|ет) .{0,30}(?:cookies?|куки)|(?:نستخدم|يستخدم) .{0,30}(?:ملفات تعريف الارتباط|الكوكيز)|쿠키를 (?:사용|수집)/iu,
  },
  {
    reason: "foot of the page",
    longest: 40,
    pattern:
      /(?:tous droits (?:de reproduction )?réservés|alle rechte vorbehalten|todos los derechos reservados|все права защищены|(?:جميع|كافة|كل) الحقوق محفوظة|무단 ?전재|저작권자 ?[ⓒ©(])/iu,
  },
];

/** Arabic vowel signs and the stretching line. */
const ARABIC_MARKS = /[\u064b-\u0652\u0670\u0640]/gu;

/** A line as the lists have it: small, its marks and figures at the ends gone, one kind of apostrophe and alif. */
const folded = (line: string): string =>
  line
    .normalize("NFKC")
    .toLowerCase()
    .replace(ARABIC_MARKS, "")
    .replace(/[أإآ]/g, "ا")
    .replaceAll("ё", "е")
    .replace(/[’‘ʼ]/g, "'")
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")
    .replace(/\s+/g, " ");

const LINES: ReadonlyMap<string, Furniture> = new Map(
  KINDS.flatMap(({ lines, reason, closes, takes }) =>
    lines.map((line) => [folded(line), { reason, closes, takes }] as const),
  ),
);
const OPENINGS: ReadonlySet<string> = new Set(words("", OPENING).lines.map(folded));
const LONGEST_LINE = Math.max(...[...LINES.keys()].map((line) => line.length));

/** What a line is for in one of these languages, or null when it may be part of an article. */
export function furnitureInWords(text: string, count: number): Furniture | null {
  if (text.length <= LONGEST_LINE + 20) {
    const whole = LINES.get(folded(text));
    if (whole !== undefined) return whole;
  }
  if (count <= LONGEST_OPENING) {
    const opening = /^([^:：|»>→]{3,40})\s?[:：|»>→]\s?\S/u.exec(text)?.[1];
    if (opening !== undefined && OPENINGS.has(folded(opening)))
      return { reason: "promotion of another article", closes: false, takes: null };
  }
  const form = FORMS.find(({ longest, pattern }) => count <= longest && pattern.test(text));
  return form === undefined ? null : { reason: form.reason, closes: false, takes: null };
}
