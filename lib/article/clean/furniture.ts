import { furnitureInWords } from "./furniture-words.ts";

/** What stands around articles on any news page, by what it is for. */
export interface Furniture {
  /** For a person, as in CleanedLine.reason. */
  readonly reason: string;
  /** Whether lists of other articles, comments or the page's foot usually follow: the article is over. */
  readonly closes: boolean;
  /** Whether the line beside it (a caption's text, a promoted headline) belongs to it. */
  readonly takes: "next" | "both" | null;
}

interface Family extends Furniture {
  readonly pattern: RegExp;
  /** A longer line of more words than this is running text that only mentions the thing. */
  readonly longest: number;
}

const family = (reason: string, longest: number, pattern: RegExp, more: Partial<Furniture> = {}): Family => ({
  reason,
  longest,
  pattern,
  closes: more.closes ?? false,
  takes: more.takes ?? null,
});

const NETWORK =
  "(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|email|e-mail|messenger|pinterest|instagram|threads|bluesky|flipboard|tumblr|vk|line|weibo|youtube|tiktok|snapchat|rss|print|copy(?: the)? link|copy url|link|link copied|save|gift|bookmark|more|pocket|mail|sms|share|tweet|post|pin|like|follow|comments?|url|copy|google news|mastodon)";

const FAMILIES: readonly Family[] = [
  // Marks and dividers
  family("end mark of a press release or wire text", 3, /^[\W_]*(?:ends?|###|-?30-?|fin|xxx)[\W_]*$/i, {
    closes: true,
  }),
  family("divider, no words", 0, /^[^\p{L}\p{N}]*$/u),
  family("names of icons", 400, /(?:icon.{0,40}?){5}/i),
  // Promotions in the middle of the body
  family(
    "promotion of another article",
    4,
    /^[\W_]*(?:read (?:more|next|also|on|now|full story)|also read|see (?:also|more)|watch (?:also|next)|learn more|find out more|continue reading|keep reading|must read|don['’]t miss|editor['’]?s['’]? (?:picks?|choice)|related|related (?:stor(?:y|ies)|articles?|news|reads?|content|coverage|links?|videos?|posts?|podcasts?)|recommended|recommended (?:stories|reading|articles|for you|reads)|more (?:here|on this|from us|like this))\W*$/i,
    { takes: "both" },
  ),
  family(
    "promotion of another article",
    40,
    /^\W{0,4}(?:read more|read next|read also|also read|see also|related(?: stor(?:y|ies)| articles?| news)?|recommended(?: reading)?|more on this(?: story)?|more from|more on|more|watch|listen|watch now|live updates?|live blog|opinion|in pictures|in photos|gallery|must read|don['’]t miss|explainer|go deeper|further reading|click here|subscribers?(?: only)?|bonus|up next|suggested reading)\s?(?:[:|»>→]|[–—-]\s|\/\/)\s?\S/i,
  ),
  family(
    "advertisement",
    12,
    /^\W*(?:advert(?:isement|ising|s)?|(?:advertisement|sponsored)\s?[·|–—-]\s.*|ads?|ad (?:feedback|content)|sponsored(?: content| by .*)?|paid (?:content|post|for by .*)|promoted(?: content| stories)?|partner content|skip (?:ad|past .*|advert(?:isement)?)|(?:article|story|report|text) continues (?:below|after).*|continue reading (?:below|the main story)|.*continues below(?: the)? ad(?:vert(?:isement)?)?|scroll (?:down )?to continue.*|remove ads|why (?:am i seeing )?this ad.*|after (?:the )?(?:newsletter promotion|ad)|(?:view|hide) (?:ad|image)s?|loading(?: the)? (?:ad|advertisement|player|\.*)?|this ad will .*)\W*$/i,
  ),
  // Photographs, sound, films
  family(
    "photo caption or credit",
    3,
    /^(?:image|photo|picture|media|video|figure) caption,?$|^caption,?$/i,
    {
      takes: "next",
    },
  ),
  family(
    "photo caption or credit",
    3,
    /^\(?\s?(?:image|images|photo|photos|picture|credit|source|getty(?: images)?|reuters|afp|ap|epa|alamy|shutterstock|view gallery|gallery|enlarge(?: image)?|full ?screen|image \d+ of \d+|\d+ of \d+|\d+\/\d+|hide caption|toggle caption|open image.*|view image.*)\s?:?\)?$/i,
  ),
  family(
    "photo caption or credit",
    90,
    /^\W?(?:file (?:photo|picture|image|pic|footage)|(?:image|picture|photo|photograph|video|media|audio)(?:s)? (?:source|caption|credit|courtesy|copyright|by|via)|(?:photos?|image|images|picture|pictures|photograph|illustration|graphic|caption|credits?|pic|pix|photo illustration|composite|cartoon)\s?(?::|©|\/\/|\|)|representational? image|handout (?:photo|image|picture)|credits?\W{1,4}\p{Lu}|screengrab|screenshot (?:from|of|by|via)|illustrative (?:photo|image|picture))/iu,
  ),
  family(
    "photo caption or credit",
    120,
    /(?:©️?\s?(?!\d{4}\b|copyright)[\p{L}@][^.!?]{0,90}|(?:via |\/\s?|\()(?:getty(?: images)?|afp|reuters|ap photo|ap|epa|shutterstock|alamy|xinhua|tass|sputnik|zuma|anadolu|nurphoto|flickr|unsplash|wikimedia(?: commons)?|istock|imago|pa|pa wire|handout|pool|file|file photo)\b[^.!?]{0,30}\)?|getty images\S*(?: \S+){0,3}|\bap photo\b.{0,40}|\((?:ap|afp|photo|photos|image|images|picture|pic|illustration|credit|courtesy|file|source|handout|screengrab|screenshot|supplied|submitted|photograph|video)\b[^()]{0,80}\)|\[[^[\]]{2,60}\/[^[\]]{2,40}\]|\[file(?:: [^\]]*)?\]|\b(?:photo(?:graph)?|photography|picture|image|pictured|illustration|video|composite)s?\s?(?:(?:courtesy(?: of)?|credit|by|source)\s?:?\s|:\s?)[\p{L}@][^.!?]{0,60})[.)]?$/iu,
  ),
  family(
    "sound or video player",
    14,
    /^\W*(?:(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s?\/\s?(?:\d{1,2}:)?\d{1,2}:\d{2})?|listen(?: to (?:this )?(?:article|story|the .{0,30})|\s?·?\s?\d+:?\d* ?min(?:ute)?s?| now)?|(?:play|watch|pause|mute|unmute)(?: (?:video|audio|now|live|again|the video))?|(?:video|audio|player) (?:loading|unavailable|player|transcript)|click to play.*|tap to play|now playing|live(?: tv| now| stream)?|on air|\d+ ?(?:min|minute)s?(?: read| listen| watch)?|reading time\W*\d+.*|\d+[- ]min(?:ute)?[- ]read|this (?:video|audio|browser|content|article is read).*|your browser does not support.*|podcasts?|all podcasts|(?:text )?(?:to speech|size)|a[+-]( a[+-])?|auto(?:play)?|subtitles?|captions?|quality|transcript|volume|replay)\W*$/i,
  ),
  // Shares, letters, comments
  family(
    "share bar",
    14,
    new RegExp(
      `^\\W*(?:(?:share|tweet|send|post|pin|save|like|follow)\\s)?(?:(?:this|the|our)\\s)?(?:(?:article|story|page|post|news)\\s)?(?:(?:on|via|by|to|with|us on|us)\\s)?(?:${NETWORK})(?:(?:[\\s,|·•/&]|and|or|on|via|this|by|with|to|share|${NETWORK})*)\\W*$`,
      "i",
    ),
  ),
  family(
    "share bar",
    10,
    /^\W*(?:share (?:this|the|on|via|with|your|article|story|page|close|options|full article|now)\b.*|sharing options|(?:facebook|twitter|whatsapp|linkedin|telegram|email|instagram|tumblr|pinterest|reddit|messenger|copy link|print){2,}|\d[\d.,]*[km]? (?:shares?|likes?|views?|reactions?|retweets?)|add (?:us )?(?:as|to|on) .{0,40}(?:google|source|favou?rites).*|(?:save|print|gift|bookmark) (?:this )?(?:article|story|page)|listen to article|text size|view offline|republish(?: this article)?|reprints?|order reprints|cite this article|make us preferred.*)\W*$/i,
  ),
  family(
    "invitation to follow or write",
    60,
    /^[\W_]*(?:follow (?:us|our|the|@|\p{Lu})|like us on|join (?:us on|our|the (?:conversation|discussion|debate)|now)|download (?:our|the)|get (?:our|the (?:latest|app|best|day|news|free|daily))|contact (?:us|the (?:author|reporter|newsroom|writer))|got (?:a )?(?:story|news|tip|views|something)|do you have (?:a )?(?:story|news|information)|have you (?:been affected|got)|send (?:us )?(?:your|a) (?:tip|story|news|comments|letters?|pictures)|if you (?:have|spot) (?:a |an )?(?:story|error|tip|views|news tip)|help us improve|was this (?:article|page|story) (?:helpful|useful|interesting)|what do you think\??|have your say|let us know|tell us what|write to us|email us|e-mail us|whatsapp us|support (?:our|independent|us)|donate|become a (?:member|subscriber|supporter)|visit us|for more (?:news|stories|on|information|from)|to read more|visit our|check out our|click (?:here|on|to)|tap (?:here|to)|turn on notifications|enable notifications|never miss|stay (?:up to date|informed|connected|tuned|in the know|ahead)|keep up (?:to date )?with|want (?:more|to (?:know|read|stay))|looking for more|tune in|watch (?:more|live) on|you can (?:also )?(?:follow|sign up|subscribe|reach|find more)|(?:he|she|they|the reporter) can be reached at|reach (?:him|her|them|the reporter) at|email (?:him|her|the)|editor['’]s note: (?:sign up|subscribe)|access (?:our|this|the))/iu,
  ),
  family(
    "newsletter or subscription",
    70,
    /^\W*(?:sign(?:ing)? up (?:for|to|here|now|today|below)\b|get (?:the|our) .{0,60}newsletter)|\bsign up (?:for|to) (?:our|the|get|receive|[\p{L}’' -]{0,40}(?:newsletters?|briefing|alerts?|e-?mails?))\b|\bnewsletters?\b.*\b(?:inbox|subscribe|sign|email|free|delivered|weekly|daily)\b|\b(?:inbox|subscribe|sign|delivered|weekly|daily|morning|evening)\b.*\bnewsletters?\b|\b(?:to|in|into|straight to) your (?:e-?mail )?inbox\b|^\W*subscri(?:be|bers?|ption)\b.{0,120}$|\balready (?:a subscriber|have an account|registered|subscribed)\b|\b(?:enter|invalid) (?:your |a valid )?e-?mail(?: address)?\b|\bthank you for (?:subscribing|signing up|registering)\b|\b(?:continue|start) reading (?:for|with) (?:free|a)\b|\bunlimited (?:digital )?access\b|\bcancel any ?time\b|^\W*(?:e-?mail address|your e-?mail(?: address)?|newsletters?|all newsletters|my account|log ?in|log ?out|sign ?in|sign ?out|register|sign ?up|create (?:an )?account|free trial|start your .{0,30}trial.*|subscribe(?: now)?)\W*$/iu,
  ),
  family(
    "comments",
    14,
    /^\W*(?:\d[\d,.]*\s?(?:comments?|replies)|(?:no|view|show|read|hide|post|add|load|leave|write|all|see|most) (?:all |a |your |more |\d+ )*(?:comments?|reply|replies)(?: yet| yet\W.*| below| \(\d+\)| on this article| here)?|comments?(?: \(?\d+\)?| section| are closed.*| policy| guidelines)?|what['’]s your (?:reaction|view)\??|be the first to .*|join the conversation|start the conversation|leave a reply.*|reply|report (?:abuse|comment|this comment)|conversations? are (?:moderated|opinions).*|your email address will not be published.*)\W*$/i,
    { closes: true },
  ),
  // Lists of other articles
  family(
    "heading of a list of other articles",
    9,
    /^\W*(?:(?:the )?(?:most|top) (?:read|popular|viewed|watched|shared|commented|recent|searched|discussed)\b.*|most read .*|trending(?: now| stories| topics| news| on .*| in .*)?|popular(?: now| stories| news| posts| articles| on .*| in .*)?|top (?:stories|news|headlines|videos|picks)|(?:the )?latest(?: news| stories| headlines| articles| videos| posts| from .*| in .*| updates)?|(?:today['’]s|this week['’]s|breaking|top|hot|other|more|all|local|world|featured|similar|recent|previous|next|new) (?:news|stories|articles|headlines|posts?|story|article|coverage|reading|reports|reads|topics|features?)|more (?:from|in|on|about|to (?:explore|read|discover)|for you|top stories|like this|by)\b.*|(?:you (?:may|might)(?: also)?|you['’]ll|readers also) (?:like|liked|enjoy|be interested in|love|have missed).*|people also (?:read|ask|liked|viewed)|recommended (?:for you|by .*|stories|videos|articles|from .*)|what to read next|read (?:next|these next)|(?:up|on) next|around the web|from (?:around|across|our|the) (?:the )?(?:web|partners?|sponsors?|archives?|network|site).*|elsewhere (?:on|in) .*|in other news|related (?:topics?|tags|stor(?:y|ies)|articles|news|content|posts?|coverage|reading|searches|links|internet links|items|info|products|reports)|(?:top|more) features?|features|explore more.*|in case you missed it|picked for you|for you|our picks|(?:news )?(?:in (?:pictures|photos|video|brief)|videos?|photos?|gallery|galleries)|happening now|don['’]t miss|highlights|keep reading|sponsored stories|promoted stories|special reports?|dive deeper|previous (?:article|post|story).*|next (?:article|post|story).*|other stories.*|discover more.*|see more (?:stories|from).*|story saved|back to (?:top|home.*|news)|(?:load|show|view|see) (?:more|all)(?: (?:stories|news|articles|results|posts))?)\W*$/i,
    { closes: true },
  ),
  family(
    "about the author",
    12,
    /^\W*(?:about (?:the )?(?:author|writer|reporter|contributor)s?|meet the author|(?:view|see|read|more) (?:all )?(?:posts|articles|stories|bio|full bio|profile|author archive)(?: (?:by|from) .*)?|author bio|contributors?|written by|our (?:authors|reporters)|see full bio|expertise|credentials)\W*$/i,
    { closes: true },
  ),
  family(
    "topics",
    60,
    /^\W*(?:(?:topics?|tags?|tagged|keywords|categories|category|filed (?:under|in|to)|posted in|subjects?|sections?|in this (?:article|story)|companies|people|mentioned in this article|explore more on these topics|more about|more on these topics|issues?|regions?)\s?(?::|\||$)|tags\s\S)/i,
  ),
  // Notices and foot
  family(
    "cookie or consent notice",
    120,
    /\b(?:uses? |use of |accept (?:all )?|reject (?:all )?|our |manage |about |set )cookies?\b|\bcookies? (?:policy|notice|settings?|preferences|consent|and similar|to (?:improve|offer|provide|give|ensure|deliver))\b|^\W*(?:accept(?: all)?|reject all|manage (?:preferences|settings|options)|i (?:agree|accept)|ok|okay|got it|allow all|consent|cookies|do not sell.*|your (?:privacy|california|ad) (?:choices|rights|privacy rights).*|privacy (?:choices|settings|center|options|manager))\W*$|\bwe (?:and our (?:\d+ )?partners )?(?:value|respect) your privacy\b|\bby (?:continuing|using|clicking|signing|submitting|subscribing|registering|providing|proceeding)\b.{0,80}\b(?:you|agree|consent|terms)\b|\bthis site is protected by\b|^\W*privacy notice\b|\b(?:see|read) (?:our|the) privacy (?:policy|notice)\b/i,
  ),
  family(
    "foot of the page",
    160,
    /^\W*(?:©|\(c\)\s|copyright\b|all rights reserved|all content (?:©|copyright))|\ball rights reserved\b|©\s?(?:copyright )?(?:19|20)\d{2}|\b(?:may|must) not be (?:published|reproduced|copied|redistributed)\b|\bis not responsible for the content of external\b|\breproduction (?:in whole|without|of this)\b|\bregistered (?:in england|office|company|number|trademark)\b|\bthis (?:material|article|story) (?:may not be|was (?:originally|first) published|originally appeared|is republished)|\brepublished (?:from|with permission|under)\b|\b(?:earn|receive) (?:a |an )?(?:affiliate )?commission\b|\baffiliate (?:links|commission)\b|\bwe may (?:be compensated|earn)\b/i,
  ),
  family(
    "foot of the page",
    6,
    /^\W*(?:(?:our |your |the |read |view )?(?:\p{L}+ )?(?:privacy(?: policy| notice| statement| & cookies)?|terms(?: of (?:use|service|sale))?(?: (?:and|&) (?:conditions|privacy.*))?|terms (?:and|&) conditions|conditions of use|legal(?: notice| information)?|imprint|impressum|site ?map|accessibility(?: (?:help|statement|links|feedback))?|contact(?: us| details)?|about(?: us)?|careers?|jobs|advertise(?: with us)?|advertising|help(?: cent(?:er|re))?|faqs?|feedback|editorial (?:policy|standards|guidelines|code)|code of (?:ethics|conduct)|corrections?(?: policy)?|work with us|media kit|press room|rss(?: feeds?)?|archives?|e-?paper|today['’]s paper|mobile apps?|apps?|our apps|site index|ad choices|adchoices|your account|my profile|profile|settings|search|home ?page|homepage|masthead|newsroom|staff|store|shop|games|crosswords?|puzzles|horoscopes?|obituaries|classifieds|events|weather|tv guide|letters|editorials?|syndication|licensing|permissions|disclaimer|parental guidance|ethics policy|disclosure|complaints))\W*$/iu,
  ),
  family(
    "menu",
    12,
    /^\W*(?:skip to .*|jump to .*|go to (?:the )?(?:content|homepage|navigation).*|(?:open|close|toggle|expand|show|hide|more|main|site|sub|user|mobile) (?:the )?(?:menu|navigation|search|sections?|nav|sidebar|submenu|options).*|menu|navigation|sections?|search(?: \w+)?|search for:?|home(?:page)?(?:\s?[>»›/|]\s?.*)?|[\p{L}&]+(?: [\p{L}&]+)?\s[>»›/]\s.*|breadcrumbs?|you are here:?.*|close|open|back|next|previous|prev|more|edition|change edition|(?:uk|us|international|australia|europe|global|world|asia) edition|language|languages|select (?:language|edition|region).*|english|top|up|go|submit|cancel|continue|dismiss|expand|collapse|view|print|print article|pdf|new|live|exclusive|breaking|breaking news|subscribers? (?:only|exclusive)|premium|members only|free|loading\W*|please wait\W*|notifications?|alerts?|\d+|page \d+(?: of \d+)?|\d+ (?:of|\/) \d+)\W*$/iu,
  ),
  family(
    "error or script notice",
    40,
    /\b(?:enable|turn on|requires?) javascript\b|\bjavascript (?:is|seems|must|has been) (?:to be )?(?:disabled|enabled|required|turned)\b|\bad ?blocker\b|\byour browser\b.{0,60}\b(?:support|out ?dated|update|old)\b|\bsomething went wrong\b|\btry again later\b|\bverify (?:that )?you are (?:a )?human\b|\bchecking (?:if the site connection|your browser)\b|\bpage (?:you (?:are|were) looking for|not found|cannot be found)\b|\b(?:error|code):? (?:404|403|500|502|503)\b|^\W*(?:404|403|500|access denied|forbidden)\b/i,
  ),
  // Press releases and wire texts
  family(
    "contact of a press office",
    40,
    /^\W*(?:(?:media|press|news(?:room)?|communications?|public) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office|desk|relations|information|officer)s?\b\s?(?::|$|,|\().*|contacts?(?: for (?:the )?(?:media|press|journalists))?\s?(?::.*|$)|for (?:further|more|media|press|additional) (?:information|enquiries|inquiries|details|queries)\b.*|notes? (?:to|for) editors?\b.*|(?:tel(?:ephone)?|phone|mobile|fax|e-?mail|web(?:site)?)\.?\s?:.*|(?!(?:19|20)\d{2}[-.]\d{1,2}[-.]\d{1,2}\W*$|\d{1,2}[-.]\d{1,2}[-.](?:19|20)\d{2}\W*$)\+?[\d\s().-]{7,20}|\S+@\S+\.\S+|(?:https?:\/\/|www\.)\S+)$/i,
  ),
  family(
    "notice above a press release",
    14,
    /^\W*(?:for immediate (?:release|use)|press (?:release|statement|notice|communiqu[eé])|news release|media (?:release|advisory|statement)|embargo(?:ed)?\b.*|release(?: no\.?| number| date)?\s?:?.{0,40}|ref(?:erence)?(?: no\.?)?\s?[:#].{0,30}|no\.? ?\d[\d/-]*)\W*$/i,
  ),
  family(
    "credit of the desk",
    60,
    /^[\s([{*_–—-]*(?:(?:additional )?(?:reporting|report|writing|editing|edited|compiled|produced|translated|translation|written|research|graphics?|design)(?: and (?:writing|editing|reporting|production))? (?:by|from|in|contributed)|(?:\p{Lu}[\p{L}'’.-]+ ){2,6}(?:and (?:\p{Lu}[\p{L}'’.-]+ ){2,3})?contributed (?:to this|reporting)|with (?:files|reporting|inputs?|additional reporting|agenc\p{L}+) (?:from|by|of)\b|with (?:agency )?inputs?|source\s?:|sources?\s?:|includes (?:information|material|reporting) from|first published (?:in|by)|this (?:story|article|report) (?:has been|was) (?:edited|produced|supported|published))/iu,
  ),
];

/** The family a line belongs to, or null when it may be part of an article. */
export function furnitureOf(text: string, words: number): Furniture | null {
  if (words > 400) return null;
  const line = text.slice(0, 1_200);
  for (const one of FAMILIES) if (words <= one.longest && one.pattern.test(line)) return one;
  return furnitureInWords(line, words);
}
